"""What happened to answers that were given to an earlier version of the norm, in words."""

from assessment.case import Record
from assessment.wording import Wording

__all__ = ["migration_messages"]

_MOST_NAMED = 30


def migration_messages(wording: Wording, summary: Record) -> list[str]:
    """Return the sentences that tell what `migrate` did; what did not happen is not told.

    Args:
        wording: The words of this version of the norm.
        summary: The summary that `migrate` returned.
    """
    lists = {
        "renamed": [wording.display_name(change["to"]) for change in summary["renamed"]],
        "merged": [_merger(wording, change) for change in summary["merged"]],
        "opened": [_merger(wording, change) for change in summary["opened"]],
        "review": [wording.display_name(name) for name in summary["review"]],
        "aside": [wording.display_name(name) for name in summary["aside"]],
        "removed": [wording.display_name(name) for name in summary["removed"]],
    }
    changes = [
        wording.message(f"answers.carried.{name}", {"points": _first(wording, list(dict.fromkeys(points)))})
        for name, points in lists.items()
        if points
    ]
    is_same = summary["from"] == summary["to"]
    return changes if is_same else [wording.message("answers.carried.done", summary), *changes]


def _merger(wording: Wording, change: Record) -> str:
    """Name what became one, as far as it had another title than what it became."""
    now = wording.display_name(change["to"])
    then = [name for name in change["from"] if wording.display_name(name) != now]
    return wording.message("answers.carried.merge", {**change, "from": then}) if then else now


def _first(wording: Wording, points: list[str]) -> list[str]:
    """Return as many as anybody reads, and how many more there are."""
    if len(points) <= _MOST_NAMED:
        return points
    told = points[: _MOST_NAMED - 1]
    return [*told, wording.message("answers.carried.more", {"number": len(points) - len(told)})]
