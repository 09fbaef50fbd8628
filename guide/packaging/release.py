"""A release: all that is given out of one version, with what it is made of and how to check it.

`make release` runs this. In the folder come the site, the zip and the one file to take away, the wheel, what each of
them holds of others (CycloneDX), the licences of that, and the checksums of all.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from guide import paths
from guide.catalogue import LANGUAGE, load_messages
from guide.faults import fault_lines
from guide.packaging.sbom import npm_sbom, python_sbom
from guide.packaging.zip import write_zip, zip_name
from guide.replacing import replace_folder
from guide.scratch import scratch_folder
from guide.site.build import build
from guide.site.licences import LICENCES
from guide.site.single_file import SINGLE

__all__ = ["SUMS", "checksums", "release"]

SUMS = "SHA256SUMS"


def release(target: Path) -> None:
    """Make everything anew, and put it in the place of what was there once all of it is made.

    Args:
        target: The folder of the release.

    Raises:
        SystemExit: The norm has faults, which it names.
    """
    messages = load_messages(LANGUAGE)
    target.parent.mkdir(parents=True, exist_ok=True)
    with scratch_folder(".release-", target.parent) as folder:
        fresh = folder / "new"
        fresh.mkdir()
        if faults := build(paths.NORM, fresh / "site", compressed=True):
            sys.exit("\n".join(fault_lines(faults, messages)))
        _take_away(fresh, messages)
        _wheel(fresh)
        python_sbom(fresh / f"{zip_name()}-python.cdx.json")
        npm_sbom(fresh / f"{zip_name()}-npm.cdx.json")
        (fresh / SUMS).write_text("".join(checksums(fresh)), encoding="utf-8", newline="\n")
        replace_folder(target, fresh, folder / "old")


def checksums(folder: Path) -> Iterator[str]:
    """Yield the line of each file, as `sha256sum --check` reads it."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"


def _take_away(folder: Path, messages: Mapping[str, str]) -> None:
    site = folder / "site"
    write_zip(site, folder / f"{zip_name()}.zip", messages)
    shutil.copyfile(site / SINGLE, folder / f"{zip_name()}.html")
    shutil.copyfile(site / LICENCES, folder / LICENCES)
    shutil.copyfile(paths.LICENCE, folder / paths.LICENCE.name)


def _wheel(folder: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=paths.ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - a command of ours


if __name__ == "__main__":
    release(Path(sys.argv[1]))
