"""Runs inside Pyodide: packs the modules that were used, compiled by the Python that will import them."""

import ast
import importlib.util
import sys
from collections.abc import Iterable
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined] # no public name makes one in memory
from pathlib import PurePosixPath
from zipfile import ZIP_STORED, ZipFile, ZipInfo

__all__ = ["WithoutTypes", "pack_extension", "trim"]

_OLDEST = (1980, 1, 1, 0, 0, 0)  # the first moment that the format can name, so that no clock shows
_PACKAGES = "packages.txt"
_LIBRARY = f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip"


def trim(imported: str, rules: str, library_target: str, rules_target: str) -> None:
    """Pack what the runs so far have imported of the standard library, and all of the rules.

    Args:
        imported: The files of the modules that were imported, a line each, without those that only this module needs.
        rules: The zip with the rules' sources.
        library_target: The zip to write for the library.
        rules_target: The zip to write for the rules.
    """
    _pack(library_target, _library(imported.split("\n")), _LIBRARY)
    with ZipFile(rules) as sources:
        _pack(rules_target, {name: sources.read(name) for name in sorted(sources.namelist())}, rules)


def pack_extension(before: str, after: str, sources: str, target: str) -> None:
    """Pack an extension: its own modules, and those of the library that nothing else has needed.

    Args:
        before: The files of the modules that were imported without it, a line each.
        after: The same with it.
        sources: The zip with its sources.
        target: The zip to write.
    """
    files = _library(sorted(set(after.split("\n")) - set(before.split("\n"))))
    with ZipFile(sources) as own:
        files |= {name: own.read(name) for name in own.namelist()}
    files[_PACKAGES] = "\n".join(sorted(_begun_elsewhere(files))).encode()
    _pack(target, dict(sorted(files.items())), sources)


def _library(imported: list[str]) -> dict[str, bytes]:
    used = sorted(path.removeprefix(f"{_LIBRARY}/") for path in imported if path.startswith(_LIBRARY))
    with ZipFile(_LIBRARY) as sources:
        return {name: sources.read(name) for name in used}


def _begun_elsewhere(files: Iterable[str]) -> set[str]:
    """The packages of which there are modules or packages here, and which are themselves in another archive."""
    folders = {folder.as_posix() for name in files for folder in PurePosixPath(name).parents if folder.name}
    return {folder.replace("/", ".") for folder in folders if f"{folder}/__init__.py" not in files}


def _pack(target: str, files: dict[str, bytes], archive: str) -> None:
    # Stored as they are: what carries the zip over the wire compresses all of it together, and better.
    with ZipFile(target, "w", ZIP_STORED) as packed:
        for name, content in files.items():
            is_module = name.endswith(".py")
            entry = ZipInfo(f"{name}c" if is_module else name, _OLDEST)
            packed.writestr(entry, _compiled(content, f"{archive}/{name}") if is_module else content)


def _compiled(source: bytes, name: str) -> bytes:
    """Compile a module without what only people read, and so that nobody looks for its source again."""
    module = ast.fix_missing_locations(WithoutTypes().visit(ast.parse(source)))
    code = compile(module, name, "exec", dont_inherit=True, optimize=2)
    return bytes(_code_to_hash_pyc(code, importlib.util.source_hash(source), checked=False))


class WithoutTypes(ast.NodeTransformer):
    """Leaves annotations out, which were checked long before: each function would make another one that tells them.

    The names in the body of a class stay: they are the fields of a named tuple.
    """

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """A function without what it takes and gives."""
        node.returns = None
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        """What it takes, by its name alone."""
        node.annotation = None
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        """A class with the names of its fields."""
        for field in node.body:
            if isinstance(field, ast.AnnAssign):
                field.annotation = ast.Constant(None)
            else:
                self.visit(field)
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """A variable with its value, if it has one."""
        return ast.Assign([node.target], node.value) if node.value else ast.Pass()
