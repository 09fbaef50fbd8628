"""Stub modules: stand-ins for modules that Pyodide's own start imports and the rules never use.

Pyodide starts asyncio, sockets, package loading and the documentation of its own types before it runs a line of ours:
a good half of the start, and of the library that goes over the wire. The rules take texts and give texts, and need none
of it. Each module below `in_pyodide/stubs/` offers what Pyodide's start takes from the module at the same path in its
library, and nothing else, so that a use of anything more is an error when the runtime is made and not on somebody's
page. `importlib.resources`, `pydoc` and `ssl` are what python-stdnum imports: much for one file of its own, and two for
what the rules do not ask of it.

They hold for one version of Pyodide, which is pinned, and are only ever imported inside it.
"""

from pathlib import Path

__all__ = ["stub_files"]

STUBS = Path(__file__).parent / "in_pyodide" / "stubs"


def stub_files() -> dict[str, bytes]:
    """The stubs' sources by their name in the library."""
    return {path.relative_to(STUBS).as_posix(): path.read_bytes() for path in sorted(STUBS.rglob("*.py"))}
