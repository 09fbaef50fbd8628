"""The self-assessment's questions, taken from the norm for the template of the form."""

import json
from typing import Any

from assessment.checking import FIRST_DAY, LAST_DAY, MAX_COUNT
from assessment.fields import options_of
from guide.pages.model import Element
from guide.pages.page_context import PageContext
from guide.pages.site_map import situation_page
from guide.pages.situations.answers import example_days

__all__ = ["questionnaire"]

DIMENSIONS = ("conformity", "demonstrability")
DOCUMENT_STATES = ("ready", "in_progress", "missing")
STEPS = ("situation", "readiness", "documents", "review", "result")
# About how long an answer takes, for what the page says of the time that is left: our own guess.
SECONDS = {"question": 12, "requirement": 45, "document": 6, "review": 45}


def questionnaire(context: PageContext) -> dict[str, Any]:
    """Return what the form's template needs: groups of questions, requirements, documents."""
    norm = context.norm
    return {
        "norm": {"id": norm["id"], "version": norm["version"]},
        "steps": _steps(norm),
        "situations": [_situation(context, each) for each in norm["situations"]["situations"].values()],
        "seconds": SECONDS,
        "screens": _screens([_group(context, group) for group in norm["profile"]["groups"]]),
        "requirements": [_requirement(key, each) for key, each in norm["requirements"].items()],
        "documents": [_document(context, key, each) for key, each in norm["documents"].items()],
        "worth": {
            **norm["worth"],
            "fields": [_figure(context, key, each) for key, each in norm["worth"]["fields"].items()],
        },
        "scale": _listed(norm["scoring"]["scale"]),
        "dimensions": [each for each in _listed(norm["scoring"]["dimensions"]) if each["id"] in DIMENSIONS],
        "states": DOCUMENT_STATES,
        "dates": {"first": FIRST_DAY, "last": LAST_DAY},
        "scan": norm["scoring"]["scan"],
        "language": context.wording.language,
        "sentences": {key: text for key, text in context.wording.messages.items() if key.startswith("browser.")},
    }


def _situation(context: PageContext, situation: Element) -> Element:
    """Say of a situation where its page is, and for which answers it is made."""
    return {
        "page": situation_page(situation, context.wording),
        "title": context.wording.text(situation["title"]),
        "profile": situation["profile"],
        "past": {field: day < context.norm["checked_on"] for field, day in example_days(context.norm, situation)},
    }


def _steps(norm: Element) -> list[Element]:
    """Name the steps, each with how many questions it asks before anything is answered."""
    questions = {
        "situation": sum(not each.get("optional") for each in norm["profile"]["fields"].values()),
        "readiness": sum(_counted(each) for each in norm["requirements"].values()),
        "documents": len(norm["documents"]),
    }
    return [{"id": step, "of": questions.get(step)} for step in STEPS]


def _group(context: PageContext, group: Element) -> Element:
    fields = [
        _field(context, key, each)
        for key, each in context.norm["profile"]["fields"].items()
        if each["group"] == group["id"]
    ]
    return {**group, "fields": fields, "is_optional": all(each.get("optional") for each in fields)}


def _screens(groups: list[Element]) -> list[list[Element]]:
    """Give each group a screen of its own; what nobody has to answer stands at the end of the screen before it."""
    screens: list[list[Element]] = []
    for group in groups:
        if group["is_optional"] and screens:
            screens[-1].append(group)
        else:
            screens.append([group])
    return screens


def _field(context: PageContext, key: str, field: Element) -> Element:
    """Return a field with its options, and the condition under which it is asked."""
    asked_when = field.get("asked_when")
    return {
        **field,
        "id": key,
        "options": options_of(field, context.norm),
        "bounds": (field.get("minimum", 0), MAX_COUNT) if field["kind"] == "count" else None,
        "asked_when": json.dumps(asked_when, sort_keys=True) if asked_when else None,
        "explains": [each for each in field.get("explains", []) if each in context.index],
    }


def _figure(context: PageContext, key: str, figure: Element) -> Element:
    """Return a figure of the calculator as a question with our assumption in words."""
    return {**figure, "id": key, "assumed": _assumed(context, figure)}


def _assumed(context: PageContext, figure: Element) -> str:
    amount = figure["assumed"]
    if figure["kind"] == "yes_no":
        return context.wording.message("pages.when.yes" if amount else "pages.when.no")
    value = (
        {"amount": amount * 100, "unit": "eurocents"}
        if figure["kind"] == "money"
        else {"amount": amount, "unit": "items"}
    )
    return context.wording.value(value)


def _document(context: PageContext, key: str, document: Element) -> Element:
    """Return a document with the templates that it can be made from, the forms of each, and its title for whom."""
    made = [each for each in context.norm["templates"]["templates"].values() if key in each["documents"]]
    templates = [{**each, "forms": ["docx", *(["xlsx"] if "sheet" in each else [])]} for each in made]
    text = context.wording.text
    others = [[text(each["title"]), each["applies_when"]] for each in document.get("titles", [])]
    called = json.dumps([text(document["title"]), *others], ensure_ascii=False, sort_keys=True)
    return {**document, "id": key, "templates": templates, "called": called}


def _requirement(key: str, requirement: Element) -> Element:
    checks = [{**each, "id": check} for check, each in requirement["checks"].items()]
    return {**requirement, "id": key, "checks": checks, "counted": _counted(requirement)}


def _counted(requirement: Element) -> int:
    """How many of its points decide; a tip is asked and not counted, as in the result."""
    return sum("tip_because" not in check for check in requirement["checks"].values())


def _listed(entries: Any) -> list[Element]:
    if isinstance(entries, dict):
        return [{**each, "id": key} for key, each in entries.items()]
    return list(entries)
