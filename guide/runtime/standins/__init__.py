"""Stand-ins for modules that Pyodide's own start imports and the rules never use.

Pyodide starts asyncio, sockets, package loading and the documentation of its own types before it runs a line of ours:
a good half of the start, and of the library that goes over the wire. The rules take texts and give texts, and need none
of it. Each module here offers what Pyodide's start takes from the module that it stands in for, and nothing else, so
that a use of anything more is an error when the runtime is made and not on somebody's page.

They hold for one version of Pyodide, which is pinned. All but this one are only ever imported inside it.
"""

from pathlib import Path

__all__ = ["STANDINS", "standin_files"]

_EMPTY = "nothing.py"
# What is replaced in the library, by what.
STANDINS = {
    "_pyodide/__init__.py": "beginning.py",
    "_pyodide/_base.py": "evaluating.py",
    "_pyodide/_core_docs.py": "types_of_js.py",
    "_pyodide/_importhook.py": "modules_of_js.py",
    "_pyodide/docstring.py": "docstrings.py",
    "_pyodide/jsbind.py": "signatures.py",
    "pyodide/__init__.py": "holding.py",
    "pyodide/_package_loader.py": "no_packages.py",
    "pyodide/code.py": "running.py",
    "pyodide/ffi/__init__.py": _EMPTY,
    "asyncio/__init__.py": _EMPTY,
    "traceback.py": _EMPTY,
    # These are what python-stdnum imports: much for one file of its own, and two for what the rules do not ask of it.
    "importlib/resources/__init__.py": "resources.py",
    "pydoc.py": _EMPTY,
    "ssl.py": _EMPTY,
}


def standin_files() -> dict[str, bytes]:
    """The stand-ins' sources by their name in the library."""
    folder = Path(__file__).parent
    return {name: (folder / source).read_bytes() for name, source in STANDINS.items()}
