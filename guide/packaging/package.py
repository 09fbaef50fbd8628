"""From a norm to a site in a form that is taken away."""

from collections.abc import Callable
from pathlib import Path

from guide.atomic_write import behind_links
from guide.catalogue import LANGUAGE, load_messages
from guide.faults import Fault
from guide.packaging.zip import write_zip, zip_name
from guide.scratch import scratch_folder
from guide.site.build import build
from guide.site.single_file import SINGLE

__all__ = ["package_single", "package_site"]


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
    messages = load_messages(LANGUAGE)
    return _package(norm_dir, target / f"{zip_name()}.zip", lambda site, made: write_zip(site, made, messages))


def package_single(norm_dir: Path, target: Path) -> list[Fault]:
    """Check a norm, build its site and give the one HTML file that holds all of it.

    Args:
        norm_dir: The folder of the norm.
        target: The folder for the file; made when it is not there. One of before stays until the new one is whole.

    Returns:
        What is wrong with the norm; nothing when the file is there.

    Raises:
        BuildError: The pages or the runtime could not be made.
        OSError: The file cannot be written there.
    """

    def take(site: Path, made: Path) -> None:
        (site / SINGLE).rename(made)

    return _package(norm_dir, target / SINGLE, take)


def _package(norm_dir: Path, target: Path, write: Callable[[Path, Path], None]) -> list[Fault]:
    target.parent.mkdir(parents=True, exist_ok=True)
    place = behind_links(target)
    with scratch_folder(".kmop-", place.parent) as folder:
        site, made = folder / "site", folder / "made"
        faults = build(norm_dir, site)
        if not faults:
            write(site, made)
            made.replace(place)
    return faults
