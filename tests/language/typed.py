"""The texts that code and templates type themselves, by each language's own reader."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import Environment

from guide.paths import ROOT

Literal = tuple[str, int, str]

PYTHON = ("assessment", "guide")
TEMPLATES = ("guide/templates", "guide/reports", "guide/site", "docs/overrides")
LITERALS = Path(__file__).with_name("literals.mjs")


def in_python(path: Path) -> Iterator[Literal]:
    """The texts of a Python file, but for those that only tell developers what something is."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield path.relative_to(ROOT).as_posix(), node.lineno, node.value


def in_typescript(paths: Iterable[Path]) -> Iterator[Literal]:
    """The texts of TypeScript files."""
    command = ["node", str(LITERALS), *map(str, paths)]
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        file, number, text = json.loads(line)
        yield Path(file).relative_to(ROOT).as_posix(), number, text


def in_template(path: Path) -> Iterator[Literal]:
    """The texts of a Jinja template: what it types between its tags, and what it types in them."""
    for line, kind, text in Environment(autoescape=True).lex(path.read_text(encoding="utf-8")):
        if kind in {"data", "string"}:
            yield path.relative_to(ROOT).as_posix(), line, text


def all_typed() -> Iterator[Literal]:
    """Every text that code and templates type."""
    for folder in PYTHON:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield from in_python(path)
    yield from in_typescript(sorted((ROOT / "frontend").rglob("*.ts")))
    for folder in TEMPLATES:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".j2", ".jinja", ".html"}:
                yield from in_template(path)
