"""The self-assessment's questions, taken from the norm for the template of the form."""

import json
from typing import Any

from assessment.checking import FIRST_DAY, LAST_DAY
from assessment.fields import options_of
from guide.pages.model import Element
from guide.pages.page_context import PageContext

__all__ = ["questionnaire"]

DIMENSIONS = ("conformity", "demonstrability")
DOCUMENT_STATES = ("ready", "in_progress", "missing")
# What the quick scan asks besides the questions that conditions hang on.
SCAN_FIELDS = ("application", "starter", "provider_kind", "services")
# A number that is typed out is only looked at for its shape: no condition hangs on it.
SCAN_KINDS = ("choice", "choices", "yes_no")


def questionnaire(context: PageContext) -> dict[str, Any]:
    """Return what the form's template needs: groups of questions, requirements, documents."""
    norm = context.norm
    return {
        "norm": {"id": norm["id"], "version": norm["version"]},
        "numbers": _numbers(norm),
        "groups": [_group(context, group) for group in norm["profile"]["groups"]],
        "requirements": [_requirement(key, each) for key, each in norm["requirements"].items()],
        "documents": [{**each, "id": key} for key, each in norm["documents"].items()],
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


def _numbers(norm: Element) -> list[tuple[str, int]]:
    """How many questions each part of the form asks, before anything is answered; the optional ones never count."""
    checks = sum(len(each["checks"]) for each in norm["requirements"].values())
    asked = sum("optional" not in field for field in norm["profile"]["fields"].values())
    return [("profile", asked), ("checks", checks), ("documents", len(norm["documents"]))]


def _group(context: PageContext, group: Element) -> Element:
    fields = [
        _field(context, key, each)
        for key, each in context.norm["profile"]["fields"].items()
        if each["group"] == group["id"]
    ]
    return {**group, "fields": fields}


def _field(context: PageContext, key: str, field: Element) -> Element:
    """Return a field with its options, and the condition under which it is asked."""
    asked_when = field.get("asked_when")
    return {
        **field,
        "id": key,
        "options": options_of(field, context.norm),
        "asked_when": json.dumps(asked_when, sort_keys=True) if asked_when else None,
        "in_scan": key in SCAN_FIELDS or (field["kind"] in SCAN_KINDS and _decides(context, field)),
        "explains": [each for each in field.get("explains", []) if each in context.index],
    }


def _figure(context: PageContext, key: str, figure: Element) -> Element:
    """Return a figure of the calculator as a question with our assumption in words."""
    return {**figure, "id": key, "assumed": _assumed(context, figure)}


def _assumed(context: PageContext, figure: Element) -> str:
    amount = figure["assumed"]
    if figure["kind"] == "yes_no":
        return context.wording.message("pages.form.yes" if amount else "pages.form.no")
    value = (
        {"amount": amount * 100, "unit": "eurocents"}
        if figure["kind"] == "money"
        else {"amount": amount, "unit": "items"}
    )
    return context.wording.value(value)


def _decides(context: PageContext, field: Element) -> bool:
    """Tell whether a general condition hangs on a field."""
    return any(each in context.norm["conditions"] for each in field.get("explains", []))


def _requirement(key: str, requirement: Element) -> Element:
    checks = [{**each, "id": check} for check, each in requirement["checks"].items()]
    return {**requirement, "id": key, "checks": checks}


def _listed(entries: Any) -> list[Element]:
    if isinstance(entries, dict):
        return [{**each, "id": key} for key, each in entries.items()]
    return list(entries)
