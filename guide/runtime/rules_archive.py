"""The rules as one zip that Python imports from: `assessment/` unchanged, its library, and what the worker calls."""

from collections.abc import Iterator, Mapping
from importlib.metadata import files
from pathlib import Path

from guide import paths
from guide.disk_cache import Cache, file_contents
from guide.runtime.errors import RuntimeFault
from guide.runtime.extensions import EXTENSIONS
from guide.runtime.stdnum_files import library_files, named_modules
from guide.runtime.zip_archive import write_archive

__all__ = ["rules_files", "write_rules"]

# What the worker calls lies beside the rules. None of it is imported here: it runs in the browser.
IN_PYODIDE = Path(__file__).parent / "in_pyodide"
CALLED = ("api.py", "extending.py", "import_all.py")
RULES = "rules.zip"
# Rules of one page alone come in an archive of their own (extensions.py), with the modules that only they need.
APART = frozenset(name for each in EXTENSIONS for name in each.packages)
DISTRIBUTION = "python-stdnum"


def write_rules(target: Path, messages: Mapping[str, str]) -> None:
    """Write the rules, ready to be imported from the zip.

    Args:
        target: The zip file to write.
        messages: The message catalogue, for what may be missing.

    Raises:
        RuntimeFault: The library that checks numbers is not installed.
    """

    def make(folder: Path) -> None:
        write_archive(folder / RULES, rules_files())

    try:
        made = Cache().get_or_make_files("rules", _made_of, make)
    except OSError as error:
        raise RuntimeFault.of(messages, "runtime.rules", reason=str(error)) from error
    target.write_bytes(made[RULES])


def _made_of() -> Iterator[bytes]:
    yield from file_contents(paths.ASSESSMENT, "*.py")
    yield from (path.read_bytes() for path in _called())


def rules_files() -> dict[str, bytes]:
    """The contents of the zip by name.

    Raises:
        OSError: A file is missing, or a module of the library.
    """
    modules = [path for path in sorted(paths.ASSESSMENT.rglob("*.py")) if path.parent.name not in APART]
    sources = {path.relative_to(paths.ASSESSMENT.parent).as_posix(): path for path in modules}
    sources |= library_files(named_modules(modules))
    sources |= _licences()
    sources |= {path.name: path for path in _called()}
    return {name: path.read_bytes() for name, path in sources.items()}


def _called() -> list[Path]:
    return [IN_PYODIDE / name for name in CALLED]


def _licences() -> dict[str, Path]:
    """The licence travels with the library, as it asks."""
    listed = [entry for entry in files(DISTRIBUTION) or [] if "licenses" in entry.parts]
    return {f"licences/{DISTRIBUTION}/{entry.name}": Path(str(entry.locate())) for entry in listed}
