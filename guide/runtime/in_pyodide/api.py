"""What the page's worker calls: answers and a date in as texts, everything to show out as one text.

Texts are all that crosses between JavaScript and Python, so that neither holds on to the other's objects.
"""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from assessment import Migrated, Wording, assess, canonical_json, explain, migrate, migration_messages
from assessment.answers import parser_of
from assessment.case import Case
from assessment.faults import Fault, capped
from assessment.i_json import read_i_json
from assessment.memo import Memo
from assessment.view import build_view
from assessment.view.builder import ViewBuilder
from assessment.view.delta import ViewDeltaWriter
from assessment.view.unneeded_questions import unneeded_questions

__all__ = ["RulesApi"]

Record = dict[str, Any]


class RulesApi:
    """The rules with their norm and their words, ready for any number of answers."""

    def __init__(self, norm: str, messages: str, links: str) -> None:
        self._norm: Record = json.loads(norm)
        self._messages: dict[str, str] = json.loads(messages)
        self._links: dict[str, str] = json.loads(links)
        self._wording = Wording(self._norm, self._messages)
        self._builder = ViewBuilder(self._norm, self._messages, self._links)
        self._parse = parser_of(self._norm)
        self._memo = Memo()
        self._delta = ViewDeltaWriter()

    @property
    def documents(self) -> tuple[Record, dict[str, str], dict[str, str]]:
        """Norm, words and links, for rules that come beside these later."""
        return self._norm, self._messages, self._links

    def assess_json(self, answers: str, on: str, revision: int = 0) -> str:
        """Assess answers for a date.

        Args:
            answers: The answers document as JSON, from the form or from a file of anybody's.
            on: The date of the report, ISO.
            revision: Of which view the page still has every section; 0 for none.

        Returns:
            JSON with `view` (in which the id of a section stands for one that the page has already), its `revision`,
            `unneeded` (the questions that need no answer), `remarks` (each a `field` and the `text` that stands beside
            it), `appendix` (what was put aside, as nodes of the folder) and `faults`; with faults, the view is null and
            the rest is empty.
        """
        parsed, faults = self._read_answers(answers)
        if parsed is None:
            return _faulty(self._told(faults))
        return self._outcome_of(parsed, on, revision)

    def report_json(self, answers: str, on: str) -> str:
        """Write the report itself, which the page needs only to save it.

        Args:
            answers: The answers document as JSON, as `assess_json` took it without faults.
            on: The date of the report, ISO.

        Returns:
            The report as compact JSON, its keys in order; null when the answers are at fault after all.
        """
        parsed, _ = self._read_answers(answers)
        return canonical_json(None if parsed is None else self._report(parsed, on))

    def migrate_json(self, answers: str) -> str:
        """Bring answers from a file or an earlier visit to this version of the norm.

        Args:
            answers: An answers document as JSON.

        Returns:
            JSON with `answers` (still to be assessed, which finds what is wrong with them), `told` (the sentences that
            say what happened; none if nothing had to) and `faults` (why they cannot come along).
        """
        document, broken = read_i_json(answers)
        if broken:
            return _json({"answers": None, "told": [], "faults": self._told(broken)})
        migrated = migrate(document, self._norm)
        told = migration_messages(self._wording, migrated.summary) if migrated.summary else []
        return _json({"answers": migrated.answers, "told": told, "faults": self._told(migrated.faults)})

    def folder_json(self, answers: str, on: str, grounds: str = "") -> str:
        """Put answers that were assessed before, and what follows from them, into what is taken along.

        Args:
            answers: The answers document as JSON, as `assess_json` took it without faults.
            on: The date of the report, ISO.
            grounds: Anything but an empty text to have the sources and calculations behind the plan.

        Returns:
            Papers, tables and calendar as JSON; null when the answers are at fault after all.
        """
        from assessment.audit_folder import make_folder  # noqa: PLC0415 - the first report does not wait for it

        parsed, _ = self._read_answers(answers)
        if parsed is None:
            return _json(None)
        report = self._report(parsed, on)
        return _json(make_folder(report, self._norm, parsed, self._wording, with_grounds=bool(grounds)))

    def template_json(self, answers: str, on: str, name: str) -> str:
        """Fill in a document that is ready to fill in, as far as answers that were assessed before go.

        Args:
            answers: The answers document as JSON, as `assess_json` took it without faults.
            on: The date of the report, ISO.
            name: The id of the template.

        Returns:
            What `make_template` returns, as JSON; null when there is no such template, or the answers are at fault
            after all.
        """
        from assessment.templates import make_template  # noqa: PLC0415 - the first report does not wait for it

        parsed, _ = self._read_answers(answers)
        if parsed is None or name not in self._norm["templates"]["templates"]:
            return _json(None)
        return _json(make_template(self._builder, Case.of(self._norm, parsed, date.fromisoformat(on)), name))

    def explain_json(self, answers: str, on: str, keys: str) -> str:
        """Write out how conclusions about answers that were assessed before came about.

        Args:
            answers: The answers document as JSON, as `assess_json` took it without faults.
            on: The date of the report, ISO.
            keys: The conclusions wanted, a list as JSON, each by the `why` of what shows it.

        Returns:
            The calculations by key as JSON; null when the answers are at fault after all.
        """
        parsed, _ = self._read_answers(answers)
        if parsed is None:
            return _json(None)
        report = self._report(parsed, on)
        found = explain(report, self._wording, self._links, json.loads(keys))
        return _json(found)

    def what_if_json(self, answers: str, on: str) -> str:
        """Put the scenarios of answers that were assessed before beside today.

        Args:
            answers: The answers document as JSON, as `assess_json` took it without faults.
            on: The date of the report, ISO.

        Returns:
            What `compare_scenarios` returns, as JSON; null when there are none, or the answers are at fault after all.
        """
        from assessment.side_by_side import compare_scenarios  # noqa: PLC0415 - the first report does not wait for it

        parsed, _ = self._read_answers(answers)
        if parsed is None:
            return _json(None)
        return _json(compare_scenarios(self._builder, self._report(parsed, on), parsed))

    def compare_json(self, documents: str, on: str) -> str:
        """Lay two to four assessments side by side, each brought to this version of the norm first.

        Args:
            documents: The answers documents as a JSON list, the one that the others are held against first.
            on: The date of the reports, ISO.

        Returns:
            JSON with `table`, `differing` (the answers that are not the same in all), `told` (what happened to
            each on its way to this version) and `faults` (per document); with faults, `table` is null.
        """
        from assessment.side_by_side import compare_assessments  # noqa: PLC0415 - the first report does not wait for it

        migrated = [self._migrated(document) for document in json.loads(documents)]
        parsed = [self._parse(each.answers) for each in migrated]
        faulty = [each.faults or faults for each, (_, faults) in zip(migrated, parsed, strict=True)]
        compared: Record = {"table": None, "differing": []}
        if not any(faulty):
            assessments = [answers for answers, _ in parsed if answers is not None]
            compared = compare_assessments(self._builder, assessments, date.fromisoformat(on))
        told = [migration_messages(self._wording, each.summary) if each.summary else [] for each in migrated]
        return _json(compared | {"told": told, "faults": [self._told(found) for found in faulty]})

    def clients_json(self, documents: str, on: str) -> str:
        """Say of each of some assessments in one row how it stands, brought to this version of the norm first.

        Args:
            documents: The answers documents as a JSON list.
            on: The date that they are judged for, ISO.

        Returns:
            A JSON list of rows, as `client_row` makes them; one that is at fault says why.
        """
        return _json([self._client(document, date.fromisoformat(on)) for document in json.loads(documents)])

    def _client(self, document: Any, on: date) -> Record:
        from assessment.client_rows import row_of  # noqa: PLC0415 - the first report does not wait for it
        from assessment.view.client_row import refused_row  # noqa: PLC0415 - as above

        migrated = self._migrated(document)
        parsed, faults = self._parse(migrated.answers)
        found = migrated.faults or faults
        if found or parsed is None:
            return refused_row(self._told(found)[0]["text"])
        return row_of(self._builder, parsed, on)

    def _migrated(self, document: Any) -> Migrated:
        read, broken = read_i_json(json.dumps(document))
        return Migrated(read, None, broken) if broken else migrate(read, self._norm)

    def _read_answers(self, text: str) -> tuple[Record | None, list[Fault]]:
        document, broken = read_i_json(text)
        return (None, broken) if broken else self._parse(document)

    def _report(self, answers: Record, on: str) -> Record:
        return assess(self._norm, answers, date.fromisoformat(on), self._memo)

    def _outcome_of(self, answers: Record, on: str, revision: int) -> str:
        report = self._report(answers, on)
        rest = {
            "unneeded": self._memo.call(unneeded_questions, self._norm, report["requirements"], report["documents"]),
            "remarks": list(self._remarks(report)),
            "appendix": self._appendix(answers),
            "faults": [],
        }
        return self._delta.write(build_view(self._builder, report), rest, revision)

    def _remarks(self, report: Record) -> Iterator[Record]:
        """Say beside which fields stand a number that cannot be right, and dates that contradict each other."""
        for entry in report["eligibility"]["unrecognised"]:
            yield {"field": f"profile.{entry['field']}", "text": self._builder.reason(entry["reason"])}
        for entry in report["timeline"]["contradictions"]:
            for name in entry["fields"]:
                yield {"field": f"profile.{name}", "text": self._builder.reason(entry["reason"])}

    def _appendix(self, answers: Record) -> list[Record]:
        if not answers.get("appendix"):
            return []
        from assessment.audit_folder.appendix import appendix_section  # noqa: PLC0415 - as above

        section = appendix_section(self._builder, answers)
        return section["nodes"] if section else []

    def _told(self, faults: list[Fault]) -> list[Record]:
        return [
            {"path": fault.path, "text": self._wording.message(fault.message, fault.values)} for fault in capped(faults)
        ]


def _faulty(faults: list[Record]) -> str:
    return _json({"view": None, "revision": 0, "unneeded": [], "remarks": [], "appendix": [], "faults": faults})


def _json(answer: Any) -> str:
    return json.dumps(answer, ensure_ascii=False, allow_nan=False)
