"""The comparison of two norms in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assessment import Wording
from guide.reports.outline import Item, Outline, Section, value_text

__all__ = ["diff_outline", "element_name", "sides_title"]

Record = Mapping[str, Any]

# As much of a value as stands well beside another on one line.
_SHORT = 40


def diff_outline(diff: Record, wording: Wording) -> Outline:
    """Put a comparison into words, most important first.

    Args:
        diff: What `compare_norms` returned.
        wording: The words of the catalogue.
    """
    by_change: dict[str, list[Record]] = {}
    for each in diff["changes"]:
        by_change.setdefault(each["change"], []).append(each)
    counted = [wording.message(f"changes.count.{name}", {"number": len(found)}) for name, found in by_change.items()]
    intro = [*counted, *unread_lines(diff, wording)] or [wording.message("changes.none")]
    return Outline(
        wording.message("changes.title", {"sides": sides_title(diff, wording)}),
        intro,
        [_section(name, found, wording) for name, found in by_change.items()],
    )


def sides_title(diff: Record, wording: Wording) -> str:
    """Name the two norms that are compared."""
    return wording.message("changes.sides", {side: _side(diff[side], wording) for side in ("old", "new")})


def _side(side: Record, wording: Wording) -> str:
    message = "changes.side" if side["version"] else "changes.side_without_version"
    return wording.message(message, side)


def unread_lines(diff: Record, wording: Wording) -> Iterator[str]:
    """Say what could not be held to the schemas of today, which is compared as far as it could be read."""
    for side in ("old", "new"):
        lines = diff[side].get("faults", [])
        if lines:
            yield wording.message("changes.does_not_hold", {"label": diff[side]["label"], "number": len(lines)})
            yield from lines


def _section(name: str, found: list[Record], wording: Wording) -> Section:
    title = wording.message(f"changes.section.{name}")
    return Section(f"{title} ({len(found)})", [_item(each, wording) for each in found])


def _item(change: Record, wording: Wording) -> Item:
    return Item(element_name(change, wording), [*_lines(change, wording)])


def element_name(change: Record, wording: Wording) -> str:
    """Name an element by its kind, its title and its id."""
    return wording.message("changes.element", {**change, "kind": wording.message(f"changes.kind.{change['kind']}")})


def _lines(change: Record, wording: Wording) -> Iterator[str]:
    yield wording.message("changes.place", {"file": change["file"], "line": str(change["line"])})
    for name in ("was", "into"):
        if name in change:
            yield wording.message(f"changes.{name}", {"id": change[name]})
    for each in change["fields"]:
        yield from _field(each, wording)
    if change.get("pages"):
        yield wording.message("changes.pages", {"pages": change["pages"]})


def _field(field: Record, wording: Wording) -> Iterator[str]:
    path = field["path"].removesuffix(f".{wording.language}") or wording.message("changes.whole")
    old, new = field.get("old"), field.get("new")
    if isinstance(old, list) and isinstance(new, list):
        yield from _list(path, old, new, wording)
    elif "old" not in field or "new" not in field:
        name, value = ("gone", old) if "new" not in field else ("come", new)
        yield wording.message(f"changes.field.{name}", {"path": path, "value": value_text(value)})
    elif max(len(value_text(old)), len(value_text(new))) <= _SHORT:
        yield wording.message("changes.field.changed", {"path": path, "old": value_text(old), "new": value_text(new)})
    else:
        yield wording.message("changes.field.was", {"path": path, "value": value_text(old)})
        yield wording.message("changes.field.is", {"path": path, "value": value_text(new)})


def _list(path: str, old: list[Any], new: list[Any], wording: Wording) -> Iterator[str]:
    """Say what came to a list and what went; where neither did, the order is another."""
    come, gone = ([value_text(each) for each in one if each not in other] for one, other in ((new, old), (old, new)))
    for name, values in (("come", come), ("gone", gone)):
        if values:
            yield wording.message(f"changes.field.{name}", {"path": path, "value": ", ".join(values)})
    if not come and not gone:
        yield wording.message("changes.field.order", {"path": path})
