"""Which files of python-stdnum the rules need, found by importing them and not by hand."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

__all__ = ["LIBRARY", "library_files", "named_modules"]

LIBRARY = "stdnum"

# Prints where each imported module of the library lies. It runs in an interpreter of its own, because
# in this one anything may have been imported already. The library looks up what it knows of a country
# while it checks a number (an IBAN's country, for one), so those modules are asked for by name.
_PROBE = """
import importlib, json, pathlib, sys
library, *names = sys.argv[1:]
for name in names:
    importlib.import_module(name)
root = pathlib.Path(importlib.import_module(library).__file__).parent
for name in names:
    for special in sorted(root.glob(f"*/{name.removeprefix(library + '.')}.py")):
        importlib.import_module(f"{library}.{special.parent.name}.{special.stem}")
found = {name: module.__file__ for name, module in sys.modules.items()
         if name == library or name.startswith(library + ".")}
print(json.dumps([str(root), sorted(set(found.values()))]))
"""
_DATA = re.compile(r"""numdb\.get\(\s*['"]([\w/]+)['"]""")


def named_modules(sources: Iterable[Path]) -> set[str]:
    """The library's modules that Python sources name, in an import or as a text."""
    trees = (ast.parse(path.read_bytes()) for path in sources)
    names = {name for tree in trees for node in ast.walk(tree) for name in _names(node)}
    return {name for name in names if name.startswith(f"{LIBRARY}.")}


def library_files(names: Iterable[str]) -> dict[str, Path]:
    """The files that these modules of the library need, themselves included.

    Args:
        names: Full names of modules, such as `stdnum.be.vat`.

    Returns:
        Where each file lies, by its path in the folder that holds the library.

    Raises:
        OSError: The library, or one of the modules, is not installed.
    """
    command = [sys.executable, "-I", "-c", _PROBE, LIBRARY, *sorted(names)]
    probe = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if probe.returncode:
        raise OSError(probe.stderr.strip().rpartition("\n")[2])
    root, modules = json.loads(probe.stdout)
    paths = [Path(module) for module in modules]
    paths += [Path(root, f"{name}.dat") for path in paths for name in _data_names(path)]
    return {path.relative_to(Path(root).parent).as_posix(): path for path in paths}


def _names(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(name)):
            yield name
        case ast.Import(names=aliases):
            yield from (alias.name for alias in aliases)
        case ast.ImportFrom(module=str(module), names=aliases):
            # `from stdnum.be import vat` names a module; `from stdnum.be.vat import x` does not.
            yield from (f"{module}.{alias.name}" for alias in aliases)


def _data_names(path: Path) -> list[str]:
    return _DATA.findall(path.read_text(encoding="utf-8"))
