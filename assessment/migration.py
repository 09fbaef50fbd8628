"""Migration of saved answers to a new version of the norm: nothing that was answered is lost.

The norm's `history` says per version which elements were renamed and which changed in meaning. Renamed elements keep
their answers under the new name, changed ones keep them and are marked for review, and the answers to what is gone
stand in the appendix. Scenarios go along in the same way; what they only suppose is never marked for review.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from assessment.case import Record
from assessment.faults import Fault
from assessment.scenarios import what_if_fields

__all__ = ["Migrated", "migrate"]

_TABLES = ("checks", "documents", "scan")
_LISTS = {"passed_requirements": "requirements", "themes": "themes"}


class Migrated(NamedTuple):
    """Answers that were brought to this version of the norm.

    Attributes:
        answers: The answers, as they came or in this version's terms; still to be parsed.
        summary: What happened (`from`, `to`, `kept`, `renamed`, `review`, `removed`), or nothing if nothing had to.
        faults: Why they cannot come along.
    """

    answers: Any
    summary: Record | None
    faults: list[Fault]


def migrate(document: Any, norm: Mapping[str, Any]) -> Migrated:
    """Bring an answers document to this version of the norm.

    What is no answers document, names no norm or another norm is left as it is: the parser says what is wrong with it.
    """
    version, own = _version_of(document, norm), _order(norm["version"]) or ()
    if version is None or version == own:
        return Migrated(document, None, [])
    given = document["norm"]["version"]
    if version > own:
        return Migrated(document, None, [Fault(("norm", "version"), "answers.newer_norm", {"version": given})])
    return _Migration(document, norm).migrated(given)


def _version_of(document: Any, norm: Mapping[str, Any]) -> tuple[int, ...] | None:
    reference = document.get("norm") if isinstance(document, dict) else None
    if not isinstance(reference, dict) or reference.get("id") != norm["id"]:
        return None
    version = reference.get("version")
    return _order(version) if isinstance(version, str) else None


def _order(version: str) -> tuple[int, ...] | None:
    """Return a version as numbers that can be compared, or nothing if it is none."""
    parts = version.split(".")
    return tuple(int(part) for part in parts) if all(part.isdecimal() and part.isascii() for part in parts) else None


class _Migration:
    """One document on its way to the norm's version, change by change in the order of the history."""

    def __init__(self, document: Record, norm: Mapping[str, Any]) -> None:
        self._norm = norm
        self._from = document["norm"]["version"]
        self._answers: Record = dict(document)
        if isinstance(document.get("scenarios"), list):
            self._answers["scenarios"] = [
                dict(entry) if isinstance(entry, dict) else entry for entry in document["scenarios"]
            ]
        self._renamed: list[Record] = []
        self._review: list[str] = []
        self._appendix: list[Record] = []

    def migrated(self, given: str) -> Migrated:
        for entry in self._steps(given):
            for old, new in entry.get("renamed", {}).items():
                self._rename(old, new)
            for name in entry.get("changed", []):
                self._mark(name)
        self._put_aside()
        self._answers["norm"] = {"id": self._norm["id"], "version": self._norm["version"]}
        earlier = self._answers.get("appendix", [])
        if self._appendix and isinstance(earlier, list):  # of anything else the parser says what is wrong
            self._answers["appendix"] = earlier + self._appendix
        return Migrated(self._answers, self._summary(given), [])

    def _steps(self, given: str) -> list[Record]:
        since = _order(given)
        history: list[Record] = self._norm.get("history", [])
        return [entry for entry in history if (_order(entry["version"]) or ()) > (since or ())]

    def _tables(self) -> Iterator[tuple[str, Record]]:
        for name in _TABLES:
            if isinstance(self._answers.get(name), dict):
                yield name, self._answers[name]

    def _scenarios(self) -> list[Record]:
        """Return the scenarios of our own copy; none where something else stands, which the parser will tell."""
        scenarios = self._answers.get("scenarios")
        return [entry for entry in scenarios if _is_scenario(entry)] if isinstance(scenarios, list) else []

    def _rename(self, old: str, new: str) -> None:
        for name, table in self._tables():
            if old in table:
                self._answers[name] = self._renamed_table(table, old, new)
                self._note_renamed(old, new)
        self._review = [new if name == old else name for name in self._review]
        profile = self._answers.get("profile")
        if isinstance(profile, dict):
            self._answers["profile"] = {name: _renamed_in(value, old, new) for name, value in profile.items()}
        for scenario in self._scenarios():
            if old in scenario.get("checks", {}):
                scenario["checks"] = self._renamed_table(scenario["checks"], old, new)
                self._note_renamed(old, new)
            if "profile" in scenario:
                scenario["profile"] = {key: _renamed_in(value, old, new) for key, value in scenario["profile"].items()}

    def _note_renamed(self, old: str, new: str) -> None:
        """Tell of a rename; of several in a row only where they began and ended."""
        earlier = next((entry for entry in self._renamed if entry["to"] == old), None)
        if earlier:
            earlier["to"] = new
        elif new not in (entry["to"] for entry in self._renamed):
            self._renamed.append({"from": old, "to": new})

    def _renamed_table(self, table: Record, old: str, new: str) -> Record:
        """Give an answer its new name; should that name be answered already, the old answer is put aside."""
        rest = {name: value for name, value in table.items() if name != old}
        if new in rest:
            self._keep_aside(old, table[old])
            return rest
        return rest | {new: table[old]}

    def _mark(self, name: str) -> None:
        """Ask to look again; a score of the quick scan or a chosen theme has no place for a mark, and is only told."""
        for table_name, table in self._tables():
            if isinstance(table.get(name), dict) and table[name]:
                self._answers[table_name] = table | {name: table[name] | {"review": True}}
        if self._is_answered(name) and name not in self._review:
            self._review.append(name)

    def _is_answered(self, name: str) -> bool:
        profile = self._answers.get("profile")
        lists = [profile.get(field) for field in _LISTS] if isinstance(profile, dict) else []
        return any(table.get(name) for _, table in self._tables()) or any(
            isinstance(values, list) and name in values for values in lists
        )

    def _put_aside(self) -> None:
        """Move the answers to what this norm does not have into the appendix."""
        known = _known(self._norm)
        for name, table in self._tables():
            self._answers[name] = self._rest_of(table, known[name])
        profile = self._answers.get("profile")
        if isinstance(profile, dict):
            self._answers["profile"] = self._values_put_aside(profile, known)
        for scenario in self._scenarios():
            for part, there in (("checks", known["checks"]), ("profile", set(what_if_fields(self._norm)))):
                if part in scenario:
                    scenario[part] = self._rest_of(scenario[part], there)
            if "profile" in scenario:
                scenario["profile"] = self._values_put_aside(scenario["profile"], known)

    def _rest_of(self, table: Record, known: set[str]) -> Record:
        """Return what the norm knows of a table, and put the rest aside."""
        for gone in [key for key in table if key not in known]:
            self._keep_aside(gone, table[gone])
        return {key: value for key, value in table.items() if key in known}

    def _values_put_aside(self, profile: Record, known: Mapping[str, set[str]]) -> Record:
        """Return a profile with only the values that the norm knows, and put the others aside."""
        kept = dict(profile)
        for field, source in _LISTS.items():
            if isinstance(profile.get(field), list):
                values = profile[field]
                for value in (value for value in values if isinstance(value, str) and value not in known[source]):
                    self._keep_aside(value, field)
                kept[field] = [value for value in values if not isinstance(value, str) or value in known[source]]
        return kept

    def _keep_aside(self, name: str, answer: Any) -> None:
        self._appendix.append({"id": name, "version": self._from, "answer": answer})

    def _summary(self, given: str) -> Record:
        return {
            "from": given,
            "to": self._norm["version"],
            "kept": sum(len(table) for _, table in self._tables())
            + sum(_count(self._answers.get(part)) for part in ("profile", "worth")),
            "renamed": self._renamed,
            "review": [name for name in self._review if self._is_answered(name)],
            "removed": [entry["id"] for entry in self._appendix],
        }


def _is_scenario(entry: Any) -> bool:
    return isinstance(entry, dict) and all(isinstance(entry.get(part, {}), dict) for part in ("profile", "checks"))


def _count(group: Any) -> int:
    """Count the answers in a group, which may hold groups."""
    values = group.values() if isinstance(group, dict) else ()
    return sum(_count(value) if isinstance(value, dict) else 1 for value in values)


def _renamed_in(value: Any, old: str, new: str) -> Any:
    return [new if item == old else item for item in value] if isinstance(value, list) else value


def _known(norm: Mapping[str, Any]) -> dict[str, set[str]]:
    requirements = norm["requirements"]
    return {
        "checks": {name for requirement in requirements.values() for name in requirement["checks"]},
        "documents": set(norm["documents"]),
        "scan": set(requirements),
        "requirements": set(requirements),
        "themes": set(norm["scheme"]["themes"]),
    }
