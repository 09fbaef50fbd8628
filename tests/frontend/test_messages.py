"""Every sentence that the page says is in the catalogue: what lacks there would show as its id."""

import re

import pytest

from guide.catalogue import load_messages
from guide.paths import FRONTEND

# What the last part of an id can be, by the file and the type that list it, with the part of the id before it.
REASONS = {
    "answers/read-file.ts ReadError": "browser.file",
    "storage/autosave.ts SaveError": "browser.storage",
    "storage/persistent-storage.ts Persistence": "browser.storage",
    "lib/browser-support.ts MissingFeature": "browser.lacking",
    "contract/worker.ts Step": "browser.failed",
    "desk-files/opened-text.ts Refusal": "texts.refused",
    "contract/files.ts ListRefusal": "lists.refused",
}
# Whose sentences stand in a part of the catalogue of their own.
AREAS = {"quiz": "quiz/", "texts": "text-check/", "lists": "file-check/"}
# In these checks a sentence is also told by its id; elsewhere that is an event.
SAID = {"texts": "say|tell", "lists": "say|tell|rest|begin|tellOfAsks"}


def text(file: str) -> str:
    return (FRONTEND / file).read_text(encoding="utf-8")


@pytest.mark.parametrize(("listed", "before"), REASONS.items(), ids=REASONS)
def test_every_reason_has_its_sentence(listed: str, before: str) -> None:
    file, _, name = listed.partition(" ")
    (union,) = re.findall(rf"export type {name} =([^;]+);", text(file))
    reasons = re.findall(r'"(\w+)"', union)

    assert len(reasons) > 1
    assert [reason for reason in reasons if f"{before}.{reason}" not in load_messages("nl")] == []


@pytest.mark.parametrize("area", ["browser", *AREAS])
def test_every_sentence_that_is_said_by_its_id_exists(area: str) -> None:
    files = [path.relative_to(FRONTEND).as_posix() for path in FRONTEND.rglob("*.ts")]
    apart = {file: name for name, folder in AREAS.items() for file in files if file.startswith(folder)}
    ours = [file for file in files if apart.get(file, "browser") == area]
    pattern = rf'\b(?:{SAID.get(area, "say")})\(\s*"([\w.]+)"'
    said = {name for file in ours for name in re.findall(pattern, text(file))}

    assert said
    assert [name for name in sorted(said) if f"{area}.{name}" not in load_messages("nl", area)] == []
