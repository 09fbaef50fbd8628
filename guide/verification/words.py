"""What came of verifying an export, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assessment import Wording
from guide.reports.outline import Item, Outline, Section, value_text

__all__ = ["verify_outline"]

Record = Mapping[str, Any]

_MARKUP = "markup"


def verify_outline(found: Record, wording: Wording) -> Outline:
    """Put a verification into words: the answer first, then what it does not say, then every difference.

    Args:
        found: What `schemas/verify.schema.json` describes.
        wording: The words of the catalogue.
    """
    values = {"file": found["file"]}
    intro = [wording.message(f"verify.reason.{found['reason']}")] if found["reason"] else []
    intro += [_made_with(each, wording) for each in found["made_with"]]
    if found["result"] != "unknown":
        intro.append(wording.message("verify.limits"))
    differences = [Item(_where(each, wording), [*_sides(each, wording)]) for each in found["differences"]]
    rest = [Item(wording.message("verify.more", {"number": found["more"]}))] if found["more"] else []
    title = wording.message(f"verify.result.{found['result']}", values)
    return Outline(title, intro, [Section(wording.message("verify.differences"), [*differences, *rest])])


def _made_with(each: Record, wording: Wording) -> str:
    if each["what"] == "norm":
        sides = {side: wording.message("verify.norm", each[side]) for side in ("found", "expected")}
        return wording.message("verify.made_with.norm", sides)
    return wording.message(f"verify.made_with.{each['what']}", each)


def _where(each: Record, wording: Wording) -> str:
    if each["where"] is None:
        return wording.message("verify.where.nowhere")
    if each["where"] == _MARKUP:
        return wording.message("verify.where.markup")
    kind = "line" if each["where"].isdecimal() else "path"
    return wording.message(f"verify.where.{kind}", {"where": each["where"]})


def _sides(each: Record, wording: Wording) -> Iterator[str]:
    if each["where"] != _MARKUP:
        for side in ("found", "expected"):
            message = f"verify.{side}" if each[side] is not None else f"verify.{side}_nothing"
            yield wording.message(message, {"text": value_text(each[side])})
