"""Bundles of the front end, with code splitting: TypeScript made into what browsers read, by esbuild."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guide.disk_cache import Cache, file_contents, json_bytes, node_packages
from guide.esbuild import EsbuildError, run_esbuild
from guide.runtime.errors import RuntimeFault
from guide.runtime.stamping import PLACEHOLDER, stamped
from guide.scratch import scratch_folder

__all__ = [
    "Bundle",
    "as_script",
    "search_language",
    "write_bundle",
    "write_service_worker",
    "write_service_worker_removal",
]

# What the page uses now and then is split off and fetched when it is used. These scripts stay whole: the worker, which
# starts first; what every page of the guide has; what some have besides, such as the practice test; and the one with a
# CommonJS library, which would make every page fetch esbuild's helpers for it.
PAGE = ("entries/app.ts",)
# Likewise, but it shares nothing with the app, whose parts stay as they are.
DESK = ("entries/desk/text-check.ts", "entries/desk/file-check.ts")
WHOLE = (
    "entries/worker.ts",
    "entries/offline.ts",
    "entries/guide.ts",
    "entries/changes.ts",
    "entries/quiz.ts",
    "entries/situation.ts",
    "entries/moved.ts",
    "entries/desk/xlsx-worker.ts",
    "import-export/csv.ts",
)
# Before the app there is this one, which like the app names the worker.
EARLY = ("entries/prefetch.ts",)
# The names follow from the content; see asset_names.py.
NAMED = ("--entry-names=[name].[hash].min", "--chunk-names=[name].[hash].min")
SERVICE_WORKER, SELF_DESTROYING = "entries/service-worker.ts", "entries/remove-service-worker.ts"
SEARCH = "entries/search-language.ts"
SINGLE = (
    ("entries/single-file/app.ts", "esm"),
    ("entries/single-file/worker.ts", "iife"),
    ("desk-files/pdf-text.ts", "iife"),
    ("entries/desk/xlsx-worker.ts", "iife"),
)
# Both are kept together, each in its folder.
APP, ALONE = "app/", "alone/"
# The variable into which a script puts what its module exports.
EXPORTED = "--global-name=kmopModule"
# A module as one script that puts what it exports into a variable; what it would import, only Node has.
SCRIPT = (
    "--bundle",
    "--format=iife",
    EXPORTED,
    "--platform=neutral",
    "--external:node:*",
    "--external:ws",
    "--define:import.meta.url=self.location.href",
    "--minify-whitespace",
    "--charset=utf8",
    "--log-level=error",
)
# By this name, Workbox leaves out its notes for developers.
PRODUCTION = '--define:process.env.NODE_ENV="production"'
OPTIONS = (
    "--bundle",
    "--format=esm",
    "--target=es2022",
    "--minify",
    "--charset=utf8",
    "--legal-comments=eof",
    "--log-level=error",
)


@dataclass(frozen=True)
class Bundle:
    """What is bundled.

    Attributes:
        sources: The folder with the TypeScript.
        node_modules: The folder of the npm packages.
        key: What the front end knows its runtime by.
    """

    sources: Path
    node_modules: Path
    key: str


def write_bundle(bundle: Bundle, target: Path, messages: Mapping[str, str]) -> Mapping[str, str]:
    """Write the app with the parts that it fetches when they are used, its styles, its worker and the other scripts.

    Args:
        bundle: What is bundled.
        target: The folder to write to.
        messages: The message catalogue, for what may go wrong.

    Returns:
        The scripts of the page that brings everything along, each whole: app.js and worker.js.

    Raises:
        RuntimeFault: esbuild is missing, or refuses the sources.
    """

    def make(folder: Path) -> None:
        _bundle_app(bundle, folder / APP, messages)
        for name, form in SINGLE:
            _bundle_whole(bundle, name, form, folder / ALONE, messages)

    made = stamped(_once(bundle, PLACEHOLDER, make), bundle.key)
    _write({name.removeprefix(APP): text for name, text in made.items() if name.startswith(APP)}, target)
    return {name.removeprefix(ALONE): text for name, text in made.items() if name.startswith(ALONE)}


def _bundle_app(bundle: Bundle, folder: Path, messages: Mapping[str, str]) -> None:
    known = [*OPTIONS, f'--define:RUNTIME_KEY="{PLACEHOLDER}"', PRODUCTION, *NAMED, f"--outdir={folder}"]
    _run(bundle, WHOLE, known, messages)
    named = {path.name.partition(".")[0]: path.name for path in folder.iterdir()}
    knowing = [*known, _named("WORKER_NAME", named["worker"])]
    _run(bundle, EARLY, knowing, messages)
    csv = f"./{named['csv']}"
    _run(bundle, PAGE, [*knowing, _named("CSV_NAME", csv), f"--external:{csv}", "--splitting"], messages)
    reader = _named("XLSX_WORKER_NAME", named["xlsx-worker"])
    _run(bundle, DESK, [*knowing, reader, "--splitting"], messages)


def _bundle_whole(bundle: Bundle, name: str, form: str, folder: Path, messages: Mapping[str, str]) -> None:
    names = (_named("WORKER_NAME", "worker.js"), _named("CSV_NAME", "./csv.js"))
    known = (f'--define:RUNTIME_KEY="{PLACEHOLDER}"', *names, PRODUCTION, f"--outdir={folder}")
    _run(bundle, [name], [*OPTIONS, f"--format={form}", *([EXPORTED] if form == "iife" else []), *known], messages)


def write_service_worker(bundle: Bundle, target: Path, messages: Mapping[str, str]) -> None:
    """Write the service worker, still without the list of what it keeps.

    Args:
        bundle: What is bundled.
        target: The file to write.
        messages: The message catalogue, for what may go wrong.

    Raises:
        RuntimeFault: esbuild is missing, or refuses the sources.
    """
    _write_worker(bundle, SERVICE_WORKER, target, messages)


def write_service_worker_removal(bundle: Bundle, target: Path, messages: Mapping[str, str]) -> None:
    """Write a self-destroying service worker: it takes the place of one from before, and goes.

    Args:
        bundle: What is bundled.
        target: The file to write.
        messages: The message catalogue, for what may go wrong.

    Raises:
        RuntimeFault: esbuild is missing, or refuses the sources.
    """
    _write_worker(bundle, SELF_DESTROYING, target, messages)


def _write_worker(bundle: Bundle, entry: str, target: Path, messages: Mapping[str, str]) -> None:
    text = _bundled(bundle, entry, [*OPTIONS, "--format=iife", PRODUCTION], messages)
    _write({target.name: text}, target.parent)


def search_language(bundle: Bundle, language: str, messages: Mapping[str, str]) -> str:
    """Return the script that stands behind what the theme's search knows of a language.

    Args:
        bundle: What is bundled.
        language: The language.
        messages: The message catalogue, for what may go wrong.

    Raises:
        RuntimeFault: esbuild is missing, or refuses the sources.
    """
    options = [*OPTIONS, "--format=iife", _named("SEARCH_LANGUAGE", language)]
    return _bundled(bundle, SEARCH, options, messages)


def as_script(bundle: Bundle, module: bytes, messages: Mapping[str, str]) -> bytes:
    """Make a module into a script, for where modules cannot be imported.

    Args:
        bundle: What else is bundled.
        module: The module's text.
        messages: The message catalogue, for what may go wrong.

    Raises:
        RuntimeFault: esbuild is missing, or refuses the module.
    """

    def make() -> bytes:
        with scratch_folder() as folder:
            source, made = folder / "module.mjs", folder / "script.js"
            source.write_bytes(module)
            _run(bundle, [str(source)], [*SCRIPT, f"--outfile={made}"], messages)
            return made.read_bytes()

    return Cache().get_or_make("scripts", lambda: [module, node_packages(bundle.node_modules)], make)


def _named(constant: str, name: str) -> str:
    """Tell a script what another one is called."""
    return f'--define:{constant}="{name}"'


def _write(scripts: Mapping[str, str], target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name, text in scripts.items():
        (target / name).write_bytes(text.encode())


def _bundled(bundle: Bundle, entry: str, options: Sequence[str], messages: Mapping[str, str]) -> str:
    """One script, whole."""

    def make(folder: Path) -> None:
        _run(bundle, [entry], [*options, f"--outdir={folder}"], messages)

    (text,) = _once(bundle, json_bytes([entry, options]).decode(), make).values()
    return text


def _once(bundle: Bundle, what: str, make: Callable[[Path], None]) -> dict[str, str]:
    """Scripts by their paths, unless an earlier build bundled the same sources and packages in the same way."""

    def inputs() -> Iterator[bytes]:
        # What lies above the sources has a say too, such as the settings of the compiler.
        yield json_bytes([what, str(bundle.sources.resolve())])
        yield from file_contents(bundle.sources)
        yield node_packages(bundle.node_modules)

    made = Cache().get_or_make_files("bundles", inputs, make)
    return {name: content.decode() for name, content in made.items()}


def _run(bundle: Bundle, names: Sequence[str], options: Sequence[str], messages: Mapping[str, str]) -> None:
    files = [str(bundle.sources / name) for name in names]
    try:
        run_esbuild(bundle.node_modules, [*files, *options], messages)
    except EsbuildError as error:
        raise RuntimeFault(str(error)) from error
