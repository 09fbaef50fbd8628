"""A norm that is open for editing: its files, who names what, and the pages beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from assessment.renamed_questions import PROFILE
from guide.documents.suggestions import suggestion
from guide.editing.answered import FIELD
from guide.editing.changes import Change
from guide.editing.history import is_released, next_version, with_history, with_unreleased
from guide.editing.mentions import ANSWERED, Place, Surveyed, declaration_of, mentions_of, note_mentions
from guide.faults import Fault, MessageError
from guide.norm.files import read_files
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["EditError", "OpenNorm"]

# What answers, messages or programs know by its name, so that no edit of the norm alone can rename it.
_FIXED = frozenset(
    {"field", "group", "rule_group", "file_column", "score", "dimension", "requirement_result", "verdict", "reading"}
)


class EditError(MessageError):
    """An edit that cannot be made; its message stands under `editing`."""


@dataclass
class OpenNorm:
    """A norm without faults, open for editing.

    Attributes:
        folder: Where it stands.
        parsed: Its files, of which it is noted who names what.
        prose: The folder of hand-written pages that go with it, if any do.
        today: The day, after which a new version is called.
        unreadable: Why files could not be read at all.
    """

    folder: Path
    parsed: ParsedNorm
    prose: Path | None
    today: date
    unreadable: Sequence[Fault] = ()

    @classmethod
    def read(cls, folder: Path, prose: Path | None, today: date) -> OpenNorm:
        """Open the norm of a folder."""
        files, wrong = read_files(folder)
        unreadable = [fault for file in files if file.document is None for fault in file.faults]
        parsed = Surveyed(files)
        note_mentions(parsed)
        return cls(folder, parsed, prose, today, [*unreadable, *(wrong if not files else ())])

    def again(self) -> OpenNorm:
        """The norm as it stands now, after a change."""
        return OpenNorm.read(self.folder, self.prose, self.today)

    def find(self, name: str, space: str = "") -> tuple[str, Node]:
        """The name space of an id and where it is declared.

        Args:
            name: The id.
            space: The name space that it must be of, if any.

        Raises:
            EditError: Nothing has it.
        """
        found = declaration_of(self.parsed, name)
        if found is None or (space and found[0] != space):
            spaces = [space] if space else self.parsed.declared
            meant = suggestion(name, {node.value["id"] for each in spaces for node in self.parsed.declared[each]})
            what = f"no_{space}" if space else "unknown"
            raise EditError(f"{what}_meant" if meant else what, id=name, meant=meant)
        return found

    def find_editable(self, name: str) -> tuple[str, Node]:
        """As `find`, for what may get another id or go.

        Raises:
            EditError: Nothing has the id, or answers and programs rely on it.
        """
        space, node = self.find(name)
        if space in _FIXED:
            raise EditError("fixed", id=name, where=node.where)
        return space, node

    def find_renamable(self, name: str) -> tuple[str, Node]:
        """As `find_editable`, for what may get another id: questions about the candidate's situation too.

        Raises:
            EditError: Nothing has the id, or programs rely on it.
        """
        space, node = self.find(name)
        return (space, node) if space == FIELD else self.find_editable(name)

    def mentions(self, name: str, space: str) -> list[Place]:
        """Every place that names it; the files of what was released stay as they are."""
        return mentions_of(self.parsed, name, space)

    @property
    def file(self) -> Path:
        """The file with the version and the history."""
        return self.folder / "norm.yaml"

    @property
    def ids_of_before(self) -> set[str]:
        """What the norm has or had: an id that answers may still have means nothing else."""
        ids = {node.value["id"] for nodes in self.parsed.declared.values() for node in nodes}
        for entry in self.parsed.nodes("norm", "history", "*"):
            ids |= {*entry.value.get("renamed", {}), *entry.value.get("removed", {})}
            ids |= {old for olds in entry.value.get("merged", {}).values() for old in olds}
        return ids.union(*(each["ids"] for each in self._released()))

    def is_answered(self, name: str, space: str) -> bool:
        """Whether candidates may have answered it in a version that is out."""
        if space == FIELD:  # versions of before questions were noted had all of them
            released = [each for each in self._released() if "questions" in each]
            return not released or is_released(f"{PROFILE}{name}", [{"ids": each["questions"]} for each in released])
        return space in ANSWERED and is_released(name, self._released())

    def note(self, change: Change, key: str, what: dict[str, Any], said: str) -> str:
        """Write a change of ids into the history; returns the version that it belongs to."""
        own = next(node.value for node in self.parsed.nodes("norm", "version"))
        version = next_version(own, [each["version"] for each in self._released()], self.today)
        change.files[self.file] = with_history(change.text(self.file), version, key, what, said)
        return version

    def note_unreleased(self, change: Change, old: str, new: str) -> None:
        """Let what the history says of a version that is not out follow a new name."""
        change.files[self.file] = with_unreleased(change.text(self.file), {old: new})

    def _released(self) -> list[dict[str, Any]]:
        return [node.value for node in self.parsed.nodes("released")]
