"""Migration of saved answers to a new version of the norm: nothing that was answered is lost.

The norm's `history` says per version which elements were renamed, which were merged and which changed in meaning.
Renamed elements keep their answers under the new name, merged ones have the lowest of them, changed ones keep them;
merged and changed ones are marked for review. The answers to what is gone stand in the appendix, whether the history
tells of it or not: an id that nobody knows any more must not keep candidates out. Scenarios go along in the same way;
what they only suppose is never marked for review.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from assessment.answers import MAX_VERSION_LENGTH
from assessment.appendix import Appendix
from assessment.case import Record
from assessment.faults import Fault
from assessment.fields import check_ids, choices, scale_of
from assessment.merging import is_opened, merged_answer
from assessment.normal_form import in_normal_form
from assessment.renamed_questions import PROFILE, with_renamed_answer
from assessment.scenarios import what_if_fields
from assessment.unknown_answers import rename_unknown, without_gone_unknown

__all__ = ["Migrated", "answered_ids", "migrate"]

_TABLES = ("checks", "documents", "scan", "requirements")
_MARKED = frozenset({"checks", "documents"})
_LISTS = {"passed_requirements": "requirements", "themes": "themes"}
# To have passed what is merged means to have passed all of it; a theme is chosen when a part of it was.
_NEEDS_ALL = frozenset({"passed_requirements"})


class Migrated(NamedTuple):
    """Answers that were brought to this version of the norm.

    Attributes:
        answers: The answers, as they came or in this version's terms; still to be parsed.
        summary: What happened (`from`, `to`, `kept`, `renamed`, `merged`, `opened`, `review`, `aside`, `removed`), or
            nothing if nothing had to. `opened` are those of the merged whose answer left something open, since not
            all of them had one; `aside` are those of which another answer counts than was given.
        faults: Why they cannot come along.
    """

    answers: Any
    summary: Record | None
    faults: list[Fault]


def migrate(document: Any, norm: Mapping[str, Any]) -> Migrated:
    """Bring an answers document to this version of the norm.

    What is no answers document, names no norm or another norm is left as it is: the parser says what is wrong with it.
    """
    reference = document.get("norm") if isinstance(document, dict) else None
    if not isinstance(reference, dict) or reference.get("id") != norm["id"]:
        return Migrated(document, None, [])
    given = reference.get("version")
    version, own = _order(given), _order(norm["version"]) or ()
    if version is not None and version > own:
        return Migrated(document, None, [Fault(("norm", "version"), "answers.newer_norm", {"version": given})])
    migration = _Migration(document, norm)
    if isinstance(given, str) and version is not None and version < own:
        return migration.migrated(given)
    return migration.with_unknown_put_aside()


def answered_ids(norm: Mapping[str, Any]) -> set[str]:
    """Return the ids by which answers name elements of the norm."""
    return {name for names in _known(norm).values() for name in names}


def _order(version: Any) -> tuple[int, ...] | None:
    """Return a version as numbers that can be compared, or nothing if it is none."""
    if not isinstance(version, str) or len(version) > MAX_VERSION_LENGTH:
        return None
    parts = version.split(".")
    return tuple(int(part) for part in parts) if all(part.isdecimal() and part.isascii() for part in parts) else None


class _Migration:
    """One document on its way to the norm's version, change by change in the order of the history."""

    def __init__(self, document: Record, norm: Mapping[str, Any]) -> None:
        self._document = document
        self._norm = norm
        given = document["norm"].get("version")
        self._appendix = Appendix(norm["version"] if _order(given) is None else given)
        self._answers: Record = in_normal_form(document)
        if isinstance(document.get("scenarios"), list):
            self._answers["scenarios"] = [
                dict(entry) if isinstance(entry, dict) else entry for entry in document["scenarios"]
            ]
        self._renamed: list[Record] = []
        self._merged: list[Record] = []
        self._opened: list[Record] = []
        self._aside: list[str] = []
        self._review: list[str] = []

    def migrated(self, given: str) -> Migrated:
        for entry in self._steps(given):
            for old, new in entry.get("renamed", {}).items():
                self._rename(old, new)
            for new, olds in entry.get("merged", {}).items():
                self._merge(olds, new)
            for name in entry.get("changed", []):
                self._mark(name)
        self._put_aside(_known(self._norm))
        self._put_values_aside()
        self._answers["norm"] = {"id": self._norm["id"], "version": self._norm["version"]}
        self._append()
        return Migrated(in_normal_form(self._answers), self._summary(given), [])

    def with_unknown_put_aside(self) -> Migrated:
        """Bring along answers of this same version, or of one that is none: an id may have gone without history."""
        self._put_aside(_known(self._norm))
        if not self._appendix.entries:
            is_kept = self._answers.get("unknown") == self._document.get("unknown")
            return Migrated(self._document if is_kept else in_normal_form(self._answers), None, [])
        self._append()
        return Migrated(in_normal_form(self._answers), self._summary(self._norm["version"]), [])

    def _append(self) -> None:
        earlier = self._answers.get("appendix", [])
        if self._appendix.entries and isinstance(earlier, list):  # of anything else the parser says what is wrong
            self._answers["appendix"] = earlier + self._appendix.entries

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
        self._answers = rename_unknown(self._answers, [old], new)
        self._in_profiles(lambda profile: {key: _renamed_in(value, old, new) for key, value in profile.items()})
        if old.startswith(PROFILE):
            self._in_profiles(lambda profile: with_renamed_answer(profile, old, new, self._appendix))
        for scenario in self._scenarios():
            if old in scenario.get("checks", {}):
                scenario["checks"] = self._renamed_table(scenario["checks"], old, new)
                self._note_renamed(old, new)

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
            self._appendix.keep(old, table[old])
            return rest
        return rest | {new: table[old]}

    def _merge(self, olds: Sequence[str], new: str) -> None:
        """Put one answer in the place of several; what it does not say as it was said stays in the appendix."""
        is_told = is_open = False
        for name, table in self._tables():
            if any(old in table for old in olds):
                merged = self._answers[name] = self._merged_table(table, olds, new)
                is_open |= is_opened([table[old] for old in olds if old in table], merged.get(new))
                is_told = True
        self._review = [name for name in self._review if name not in olds or name == new]
        self._answers = rename_unknown(self._answers, olds, new)
        for scenario in self._scenarios():
            if any(old in scenario.get("checks", {}) for old in olds):
                scenario["checks"] = self._merged_table(scenario["checks"], olds, new)
                is_told = True
        self._in_profiles(lambda profile: self._lists_merged(profile, olds, new))
        if is_told or self._is_answered(new):
            (self._opened if is_open else self._merged).append({"from": list(olds), "to": new})
            self._mark(new)

    def _lists_merged(self, profile: Record, olds: Sequence[str], new: str) -> Record:
        """Return a profile in whose lists one name stands in the place of several."""
        merged = dict(profile)
        for field in _LISTS:
            values = profile.get(field)
            if isinstance(values, list) and any(old in values for old in olds):
                given = [old for old in olds if old in values]
                whole = len(given) == len(olds) or field not in _NEEDS_ALL
                merged[field] = [value for value in values if value not in olds] + [new] * whole
                for old in given if not whole else ():
                    self._keep_aside(old, field)
        return merged

    def _merged_table(self, table: Record, olds: Sequence[str], new: str) -> Record:
        merged = merged_answer([table.get(old) for old in olds], scale_of(self._norm))
        for old in olds:
            if old in table and table[old] != merged:
                self._keep_aside(old, table[old])
        rest = {name: value for name, value in table.items() if name not in olds}
        return rest if merged is None else rest | {new: merged}

    def _keep_aside(self, name: str, answer: Any) -> None:
        """Keep an answer of which another counts now."""
        self._appendix.keep(name, answer)
        self._aside.append(name)

    def _mark(self, name: str) -> None:
        """Ask to look again; a score of the quick scan or a chosen theme has no place for a mark, and is only told."""
        for table_name, table in self._tables():
            if table_name in _MARKED and isinstance(table.get(name), dict) and table[name]:
                self._answers[table_name] = table | {name: table[name] | {"review": True}}
        if self._is_answered(name) and name not in self._review:
            self._review.append(name)

    def _is_answered(self, name: str) -> bool:
        profile = self._answers.get("profile")
        lists = [profile.get(field) for field in _LISTS] if isinstance(profile, dict) else []
        return any(table.get(name) for _, table in self._tables()) or any(
            isinstance(values, list) and name in values for values in lists
        )

    def _put_aside(self, known: Mapping[str, set[str]]) -> None:
        """Move the answers to what this norm does not have into the appendix."""
        for name, table in self._tables():
            self._answers[name] = self._appendix.rest_of(table, known[name])
        for scenario in self._scenarios():
            if "checks" in scenario:
                scenario["checks"] = self._appendix.rest_of(scenario["checks"], known["checks"])
        lists = {field: known[table] for field, table in _LISTS.items()}
        self._in_profiles(lambda profile: self._appendix.rest_of_values(profile, lists))
        self._answers = without_gone_unknown(self._answers, self._norm)

    def _put_values_aside(self) -> None:
        """Move answers to questions that are gone, and chosen options that are gone, into the appendix."""
        for scenario in self._scenarios():
            if "profile" in scenario:
                scenario["profile"] = self._asked(scenario["profile"], list(what_if_fields(self._norm)))
        names, options = list(self._norm["profile"]["fields"]), choices(self._norm)
        self._in_profiles(lambda profile: self._appendix.rest_of_values(self._asked(profile, names), options))
        if isinstance(self._answers.get("worth"), dict):
            self._answers["worth"] = self._appendix.rest_of(self._answers["worth"], set(self._norm["worth"]["fields"]))

    def _asked(self, group: Record, names: Sequence[str]) -> Record:
        """Return the answers to questions that there are, of which a dot in the name leads into a group."""
        inner: dict[str, list[str]] = {}
        for name in names:
            head, _, rest = name.partition(".")
            inner.setdefault(head, []).extend([rest] if rest else [])
        kept = self._appendix.rest_of(group, set(inner))
        return {
            name: self._asked(value, inner[name]) if isinstance(value, dict) and inner.get(name) else value
            for name, value in kept.items()
        }

    def _in_profiles(self, change: Callable[[Record], Record]) -> None:
        for holder in (self._answers, *self._scenarios()):
            if isinstance(holder.get("profile"), dict):
                holder["profile"] = change(holder["profile"])

    def _summary(self, given: str) -> Record:
        opened = {change["to"] for change in self._opened}
        return {
            "from": given,
            "to": self._norm["version"],
            "kept": sum(len(table) for _, table in self._tables())
            + sum(_count(self._answers.get(part)) for part in ("profile", "worth")),
            "renamed": self._renamed,
            "merged": self._merged,
            "opened": self._opened,
            "review": [name for name in self._review if self._is_answered(name) and name not in opened],
            "aside": self._aside,
            "removed": [entry["id"] for entry in self._appendix.entries if entry["id"] not in self._aside],
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
        "checks": set(check_ids(norm)),
        "documents": set(norm["documents"]),
        "scan": set(requirements),
        "requirements": set(requirements),
        "themes": set(norm["scheme"]["themes"]),
    }
