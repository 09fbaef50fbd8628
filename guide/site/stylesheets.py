"""Style bundles: one small sheet of the theme's and ours, and one of each that only some pages ask for.

A page that asks for one sheet in place of ten shows sooner, and names that change with the content may be kept for
ever. The font that the sheet names comes out of its npm package, so that its version and its licence are on record.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guide import paths
from guide.disk_cache import Cache, file_contents, node_packages
from guide.esbuild import EsbuildError, run_esbuild
from guide.scratch import scratch_folder
from guide.site.css_purge import theme_styles

__all__ = ["StyleBundle", "StyleError", "bundle_styles"]

# Where the files come on the site.
FOLDER = "assets/stylesheets"
FONT = ".woff2"
# What the one sheet for all pages is called.
ALL = "kmop"
LICENCE = Path("@fontsource-variable/figtree/LICENSE")
OPTIONS = (
    "--bundle",
    "--minify",
    "--charset=utf8",
    "--log-level=error",
    f"--loader:{FONT}=file",
    "--asset-names=[name].[hash]",
    "--entry-names=[name].[hash].min",
)


class StyleError(Exception):
    """The style sheet cannot be made; `str()` gives the sentence for the reader."""


@dataclass(frozen=True)
class StyleBundle:
    """What comes on the site.

    Attributes:
        files: The content of each file, by its path on the site.
        sheet: The path of the style sheet of all pages.
        page_sheets: The paths of those that only some pages ask for, by their names.
        fonts: The paths of the fonts, which pages ask for before they have read the sheet.
    """

    files: Mapping[str, bytes]
    sheet: str
    page_sheets: Mapping[str, str]
    fonts: tuple[str, ...]


def bundle_styles(
    sheets: Iterable[Path],
    messages: Mapping[str, str],
    node_modules: Path | None = None,
    *,
    page_sheets: Iterable[Path] = (),
) -> StyleBundle:
    """Make one style sheet of many, with the font, and one of each that stands by itself.

    Args:
        sheets: Our style sheets for all pages, in the order in which they count; the theme's come before them.
        messages: The message catalogue, for what may go wrong.
        node_modules: The folder of the npm packages; ours when not given.
        page_sheets: The style sheets that only some pages ask for.

    Raises:
        StyleError: esbuild is missing, or refuses a sheet.
    """
    node_modules = node_modules or paths.NODE_MODULES
    alone = [sheet.resolve() for sheet in page_sheets]
    files = _files([sheet.resolve() for sheet in sheets], alone, messages, node_modules)
    made = {Path(path).name.split(".")[0]: path for path in files if path.endswith(".css")}
    fonts = tuple(path for path in files if path.endswith(FONT))
    return StyleBundle({**files, **_licence(node_modules)}, made.pop(ALL), made, fonts)


def _files(
    sheets: Sequence[Path], alone: Sequence[Path], messages: Mapping[str, str], node_modules: Path
) -> dict[str, bytes]:
    """What esbuild makes of the sheets, unless an earlier build made it of the same."""

    def make(folder: Path) -> None:
        with scratch_folder() as entries:
            entry = _entry(sheets, entries)
            _run(node_modules, [str(entry), *map(str, alone), f"--outdir={folder}", *OPTIONS], messages)

    def inputs() -> Iterator[bytes]:
        yield from _made_of(sheets, alone)
        yield node_packages(node_modules)

    return {f"{FOLDER}/{name}": content for name, content in Cache().get_or_make_files("styles", inputs, make).items()}


def _made_of(sheets: Sequence[Path], alone: Sequence[Path]) -> Iterator[bytes]:
    """The names of the sheets in their order, and whatever lies beside them that they may ask for."""
    yield from (sheet.as_posix().encode() for sheet in (*sheets, *alone))
    yield str(len(sheets)).encode()
    for folder in sorted({sheet.parent for sheet in (*sheets, *alone)}):
        yield from file_contents(folder)


def _entry(sheets: Iterable[Path], folder: Path) -> Path:
    """Write the sheet that asks for the theme's and then for ours."""
    theme, entry = folder / "theme.css", folder / f"{ALL}.css"
    theme.write_text(theme_styles(), encoding="utf-8")
    imports = [f'@import "{sheet.as_posix()}";' for sheet in (theme, *sheets)]
    entry.write_text("\n".join(imports), encoding="utf-8")
    return entry


def _licence(node_modules: Path) -> dict[str, bytes]:
    """The font's own licence, which must go where the font goes."""
    return {f"{FOLDER}/figtree.txt": (node_modules / LICENCE).read_bytes()}


def _run(node_modules: Path, arguments: list[str], messages: Mapping[str, str]) -> None:
    try:
        run_esbuild(node_modules, arguments, messages, refused="runtime.styles")
    except EsbuildError as error:
        raise StyleError(str(error)) from error
