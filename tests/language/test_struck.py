"""What an editor struck from our texts stays away: `struck.yaml` has a few words of each."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from guide import paths
from guide.catalogue import LANGUAGE

STRUCK = yaml.safe_load(Path(__file__).with_name("struck.yaml").read_text("utf-8"))
# These say what others wrote.
QUOTED = {"statements.yaml"}


def texts() -> Iterator[str]:
    """Every file that says something to readers, without its line ends."""
    folders = (paths.NORM, paths.MESSAGES / LANGUAGE, paths.DOCS / LANGUAGE)
    for path in sorted(path for folder in folders for path in folder.rglob("*.[ym]*") if path.is_file()):
        if path.name not in QUOTED:
            yield re.sub(r"\s+", " ", path.read_text("utf-8")).lower()


def test_what_was_struck_stays_away() -> None:
    whole = "\n".join(texts())

    assert [words for words in STRUCK if words.lower() in whole] == []


@pytest.mark.parametrize("words", ["U hebt een ondernemingsnummer.", "geen extra tijd"])
def test_what_stands_there_would_be_found(words: str) -> None:
    assert any(words.lower() in text for text in texts())
