"""The page of one way: its conditions, steps, dates, documents, cost and pitfalls, as the rules give them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from markupsafe import Markup

from guide.pages.generated.assessed import Reckoned, answers_of_path, reckon
from guide.pages.generated.quotes import Quoting
from guide.pages.generated.share_link import fragment_of
from guide.pages.model import Element
from guide.pages.page_context import Sheet
from guide.pages.site_map import example_page

__all__ = ["path_whole"]

_KINDS = ("file", "per_service", "per_assignment")
_ENDS = ("earliest", "likely", "latest")


def path_whole(sheet: Sheet, path: Element) -> Markup:
    """Show a way whole, worked out for the day that the norm was last gone through."""
    norm, title = sheet.norm, sheet.speech.text(path["title"])
    reckoned = reckon(sheet, answers_of_path(norm, path, title), norm["checked_on"])
    own = {key: part for key, part in path.items() if key != "days"}
    return sheet.part(
        "path.md",
        path=path,
        made=norm["paths"]["made"],
        on=reckoned.on,
        report=reckoned.report,
        view={section["id"]: section for section in reckoned.view["sections"]},
        situation=reckoned.situation,
        surely=lambda element: reckoned.case.applies(element) is True,
        figures=_figures(sheet, reckoned),
        assumed=_assumed(sheet, path, reckoned),
        conditions=_with_entries(norm["conditions"], reckoned.report["eligibility"]["conditions"]),
        steps=_with_entries(norm["procedure"]["steps"], reckoned.report["timeline"]["steps"]),
        deadlines=_deadlines(sheet, reckoned),
        documents=_documents(norm["documents"], reckoned.report["documents"]),
        pitfalls=[Quoting(sheet).quote(each) for each in path["pitfalls"]],
        examples=_examples(sheet, path),
        link=fragment_of(answers_of_path(norm, own, title)),
    )


def _with_entries(elements: Mapping[str, Element], entries: list[Element]) -> list[tuple[Element, Element]]:
    """Return the elements that the report has something about, each with that."""
    return [({**elements[entry["id"]], "id": entry["id"]}, entry) for entry in entries]


def _documents(elements: Mapping[str, Element], entries: list[Element]) -> list[tuple[str, list[tuple[Element, Any]]]]:
    """Return the documents by how often one needs them, those that are certain first."""
    listed = _with_entries(elements, sorted(entries, key=lambda entry: entry["needed"] is None))
    groups = [(kind, [pair for pair in listed if pair[0]["kind"] == kind]) for kind in _KINDS]
    return [(kind, pairs) for kind, pairs in groups if pairs]


def _deadlines(sheet: Sheet, reckoned: Reckoned) -> list[tuple[Element, Element]]:
    return _with_entries(sheet.norm["procedure"]["deadlines"], reckoned.report["timeline"]["deadlines"])


def _assumed(sheet: Sheet, path: Element, reckoned: Reckoned) -> list[tuple[str, str]]:
    """Return the days that are only an example: the question and the day."""
    fields = sheet.norm["profile"]["fields"]
    days = {name: name.split(".") for name in path.get("days", {})}
    profile = reckoned.answers["profile"]
    return [(sheet.speech.text(fields[name]["question"]), profile[group][key]) for name, (group, key) in days.items()]


def _examples(sheet: Sheet, path: Element) -> list[tuple[str, str]]:
    examples = [sheet.norm["examples"][each] for each in path.get("examples", [])]
    return [(example_page(each, sheet.speech), sheet.speech.text(each["title"])) for each in examples]


def _figures(sheet: Sheet, reckoned: Reckoned) -> list[Element]:
    """Return what fits on a hand: the cost, the time, what is looked at and how many documents."""
    report = reckoned.report
    time = _figure(sheet, "time", "estimate", **_days(report))
    documents = _figure(sheet, "documents", None, **_counted(report))
    if report["cost"]["audit_required"] is False:
        return [time, documents]
    cost = _figure(sheet, "cost", report["cost"]["standing"], **report["cost"]["cents"])
    return [cost, time, _figure(sheet, "scope", None, **_scope(report)), documents]


def _figure(sheet: Sheet, name: str, standing: str | None, **values: int) -> Element:
    say = sheet.speech.say
    ending = "_maybe" if values.get("maybe") else ""
    return {
        "value": say(f"ways.path.figure.{name}.value", **values),
        "text": say(f"ways.path.figure.{name}.text{ending}", **values),
        "standing": standing,
    }


def _counted(report: Element) -> dict[str, int]:
    """Count the documents that are certainly needed, and those that may be."""
    needed = [entry["needed"] for entry in report["documents"]]
    return {"sure": needed.count(True), "maybe": needed.count(None)}


def _scope(report: Element) -> dict[str, int]:
    states = [entry["state"] for entry in report["scope"]["requirements"]]
    return {"sure": states.count("audited"), "maybe": states.count("unknown"), "of": len(states)}


def _days(report: Element) -> dict[str, int]:
    """Count the days from the start to the end of the last step."""
    start, ends = date.fromisoformat(report["timeline"]["start"]), report["timeline"]["steps"][-1]["end"]
    return {end: (date.fromisoformat(ends[end]) - start).days for end in _ENDS}
