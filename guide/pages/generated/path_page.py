"""The page of one path: its conditions, steps, dates, documents, cost and pitfalls, as the rules give them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from markupsafe import Markup

from guide.pages.generated.assessed import Assessed, answers_of_path, assess_for_page
from guide.pages.generated.quotes import Quoting
from guide.pages.generated.share_link import fragment_of
from guide.pages.model import Element
from guide.pages.page_context import PageContext
from guide.pages.site_map import EXAMPLES_PAGE

__all__ = ["path_whole"]

_KINDS = ("file", "per_service", "per_assignment")
_ENDS = ("earliest", "likely", "latest")


def path_whole(context: PageContext, path: Element) -> Markup:
    """Show a path whole, worked out for the day that the norm was last gone through."""
    norm, title = context.norm, context.wording.text(path["title"])
    assessed = assess_for_page(context, answers_of_path(norm, path, title), norm["checked_on"])
    own = {key: part for key, part in path.items() if key != "days"}
    return context.render(
        "path.md",
        path=path,
        made=norm["paths"]["made"],
        on=assessed.on,
        report=assessed.report,
        view={section["id"]: section for section in assessed.view["sections"]},
        situation=assessed.situation,
        surely=lambda element: assessed.case.applies(element) is True,
        figures=_figures(context, assessed),
        assumed=_assumed(context, path, assessed),
        conditions=_with_entries(norm["conditions"], assessed.report["eligibility"]["conditions"]),
        steps=_with_entries(norm["procedure"]["steps"], assessed.report["timeline"]["steps"]),
        deadlines=_deadlines(context, assessed),
        documents=_documents(norm["documents"], assessed.report["documents"]),
        pitfalls=[Quoting(context).quote(each) for each in path["pitfalls"]],
        examples=_examples(context, path),
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


def _deadlines(context: PageContext, assessed: Assessed) -> list[tuple[Element, Element]]:
    return _with_entries(context.norm["procedure"]["deadlines"], assessed.report["timeline"]["deadlines"])


def _assumed(context: PageContext, path: Element, assessed: Assessed) -> list[tuple[str, str]]:
    """Return the days that are only an example: the question and the day."""
    fields = context.norm["profile"]["fields"]
    days = {name: name.split(".") for name in path.get("days", {})}
    profile = assessed.answers["profile"]
    text = context.wording.text
    return [(text(fields[name]["question"]), profile[group][key]) for name, (group, key) in days.items()]


def _examples(context: PageContext, path: Element) -> list[tuple[str, str]]:
    examples = [context.norm["examples"][each] for each in path.get("examples", [])]
    return [(f"{EXAMPLES_PAGE}#{each['id']}", context.wording.text(each["title"])) for each in examples]


def _figures(context: PageContext, assessed: Assessed) -> list[Element]:
    """Return what fits on a hand: the cost, the time, what is looked at and how many documents."""
    report = assessed.report
    time = _figure(context, "time", "estimate", **_days(report))
    documents = _figure(context, "documents", None, **_counted(report))
    if report["cost"]["audit_required"] is False:
        return [time, documents]
    cost = _figure(context, "cost", report["cost"]["standing"], **report["cost"]["cents"])
    return [cost, time, _figure(context, "scope", None, **_scope(report)), documents]


def _figure(context: PageContext, name: str, standing: str | None, **values: int) -> Element:
    message = context.message
    ending = "_maybe" if values.get("maybe") else ""
    return {
        "value": message(f"ways.path.figure.{name}.value", **values),
        "text": message(f"ways.path.figure.{name}.text{ending}", **values),
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
