"""The site as a zip, with a starter that needs nothing but Python."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from guide.runtime.zip_archive import write_archive
from guide.site import static_server
from guide.site.single_file import SINGLE
from guide.site.site_mark import MARK

__all__ = ["write_zip", "zip_name"]

STARTER = Path(static_server.__file__)
# The starter stands alone, without the catalogue: its sentences are put in here, by these names.
SENTENCES = ("READY", "STOP", "TAKEN", "NO_PORT", "NO_SITE")
# Fit for copying to a server that sends them as they are; the starter has no use for them.
COMPRESSED = (".br", ".gz")
NORM = "assets/runtime/*/norm.json"
# Not for whoever unpacks it.
LEFT_OUT = frozenset({SINGLE, MARK})


def zip_name() -> str:
    """The name of the zip, without its ending; also that of the folder in it."""
    from assessment.version import RULES_VERSION  # noqa: PLC0415 - only whoever packs needs the rules

    return f"kmop-gids-{RULES_VERSION}"


def write_zip(site: Path, target: Path, messages: Mapping[str, str]) -> None:
    """Write the zip.

    Args:
        site: The folder of a finished site.
        target: The zip to write.
        messages: The message catalogue.
    """
    folder = zip_name()
    files = {f"{folder}/serve.py": _starter(messages).encode()}
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        if path.suffix not in COMPRESSED and path.name not in LEFT_OUT:
            files[f"{folder}/site/{path.relative_to(site).as_posix()}"] = path.read_bytes()
    write_archive(target, files, _checked_on(site))


def _checked_on(site: Path) -> date | None:
    """The day on which the norm was checked last; nothing for a site without the runtime."""
    norms = (json.loads(path.read_bytes()) for path in site.glob(NORM))
    return next((date.fromisoformat(norm["checked_on"]) for norm in norms), None)


def _starter(messages: Mapping[str, str]) -> str:
    text = STARTER.read_text("utf-8")
    for name in SENTENCES:
        text = text.replace(f'"{name}"', repr(messages[f"package.{name.lower()}"]))
    return text
