"""What the page shows of a checked text, as data: how much was found, each finding, and the text with its places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assessment.text_view.findings import CheckedText, finding_in_words, name_of
from assessment.text_view.marked import pieces_of
from assessment.view.builder import ViewBuilder

__all__ = ["page_of"]

_GROUPS = ("seems_wrong", "tip")


def page_of(checked: CheckedText, builder: ViewBuilder) -> dict[str, Any]:
    """Return what was found in groups, what seems wrong first, and the text in pieces.

    Each finding has the number that the pieces know it by, and whether it has a place in the text.
    """
    order = sorted(range(len(checked.findings)), key=lambda one: _GROUPS.index(checked.findings[one]["certainty"]))
    findings = [_finding(number, checked, checked.findings[one], builder) for number, one in enumerate(order)]
    groups = [
        {"certainty": name, "findings": [each for each in findings if each["certainty"] == name]} for name in _GROUPS
    ]
    return {
        "date": builder.date(checked.report["date"]),
        "groups": [group for group in groups if group["findings"]],
        "pieces": [
            {**piece, "findings": [order.index(one) for one in piece["findings"]]} for piece in pieces_of(checked)
        ],
    }


def _finding(number: int, checked: CheckedText, finding: Mapping[str, Any], builder: ViewBuilder) -> dict[str, Any]:
    told = finding_in_words(checked, finding, builder)
    return {
        "number": number,
        "has_place": finding["end"] > finding["start"],
        "name": name_of(finding, builder),
        "certainty": told.certainty,
        "quote": told.quote,
        "reason": told.reason,
        "better": finding["better"],
        "can_stand": finding["can_stand"],
        **builder.grounds(finding),
    }
