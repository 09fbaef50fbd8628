"""From a norm to a site in a form that is taken away."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from guide.building import MKDOCS, build
from guide.faults import Fault
from guide.loading import load_norm
from guide.messages import load_messages
from guide.packaging.single import SINGLE, Sources, write_single_file
from guide.packaging.zipped import write_zip, zip_name
from guide.pages import render_pages
from guide.runtime import Bundle
from guide.runtime.making import NODE_MODULES, SOURCES

__all__ = ["package_single", "package_site"]

LANGUAGE = "nl"


def package_site(norm_dir: Path, target: Path) -> list[Fault]:
    """Check a norm, build its site and put it into a zip.

    Args:
        norm_dir: The folder of the norm.
        target: The folder for the zip; made when it is not there. A zip of before stays until the new one is whole.

    Returns:
        What is wrong with the norm; nothing when the zip is there.

    Raises:
        BuildError: The pages or the runtime could not be made.
        OSError: The zip cannot be written there.
    """
    return _package(norm_dir, target / f"{zip_name()}.zip", lambda site, made: write_zip(site, made, _messages()))


def package_single(norm_dir: Path, target: Path) -> list[Fault]:
    """Check a norm, build its site and put all of it into one HTML file.

    Args:
        norm_dir: The folder of the norm.
        target: The folder for the file; made when it is not there. One of before stays until the new one is whole.

    Returns:
        What is wrong with the norm; nothing when the file is there.

    Raises:
        BuildError: The pages or the runtime could not be made.
        RuntimeFault: The scripts cannot be bundled.
        OSError: The file cannot be written there.
    """

    def write(site: Path, made: Path) -> None:
        write_single_file(_sources(norm_dir, site), made, _messages())

    return _package(norm_dir, target / SINGLE, write)


def _package(norm_dir: Path, target: Path, write: Callable[[Path, Path], None]) -> list[Fault]:
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".kmop-", dir=target.parent) as folder:
        site, made = Path(folder, "site"), Path(folder, "made")
        faults = build(norm_dir, site)
        if not faults:
            write(site, made)
            made.replace(target)
    return faults


def _sources(norm_dir: Path, site: Path) -> Sources:
    norm = load_norm(norm_dir).norm
    if norm is None:
        raise FileNotFoundError(norm_dir)  # it was there a moment ago, when the site was built
    pages = render_pages(norm, _messages(), MKDOCS.parent / "docs" / LANGUAGE, LANGUAGE)
    (runtime,) = (site / "assets" / "runtime").iterdir()
    return Sources(site, pages, Bundle(SOURCES, NODE_MODULES, runtime.name), LANGUAGE)


def _messages() -> dict[str, str]:
    return dict(load_messages(LANGUAGE))
