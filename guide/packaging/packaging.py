"""From a norm to a site in a form that is taken away."""

from pathlib import Path
from tempfile import TemporaryDirectory

from guide.building import build
from guide.faults import Fault
from guide.messages import load_messages
from guide.packaging.zipped import write_zip, zip_name

__all__ = ["package_site"]


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
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".kmop-", dir=target) as folder:
        site, made = Path(folder, "site"), Path(folder, "made.zip")
        faults = build(norm_dir, site)
        if not faults:
            write_zip(site, made, load_messages("nl"))
            made.replace(target / f"{zip_name()}.zip")
    return faults
