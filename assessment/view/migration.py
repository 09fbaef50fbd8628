"""What happened to answers that were given to an earlier version of the norm, in words."""

from assessment.case import Record
from assessment.wording import Wording

__all__ = ["migration_messages"]


def migration_messages(wording: Wording, summary: Record) -> list[str]:
    """Return the sentences that tell what `migrate` did; what did not happen is not told.

    Args:
        wording: The words of this version of the norm.
        summary: The summary that `migrate` returned.
    """
    renamed = [_renamed(wording, change) for change in summary["renamed"]]
    lists = {"renamed": renamed, "review": summary["review"], "removed": summary["removed"]}
    changes = [
        wording.message(f"answers.carried.{name}", {"points": points}) for name, points in lists.items() if points
    ]
    return [wording.message("answers.carried.done", summary), *changes]


def _renamed(wording: Wording, change: Record) -> str:
    """Tell both names of a check point, since those are what people know it by; of others only the title."""
    title = wording.display_name(change["to"])
    return wording.message("answers.carried.rename", change) if title == change["to"] else title
