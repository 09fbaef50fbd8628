"""What happened to answers that were given to an earlier version of the norm, in words."""

from assessment.case import Record
from assessment.wording import Words

__all__ = ["tell_carried"]


def tell_carried(words: Words, summary: Record) -> list[str]:
    """Return the sentences that tell what `carry` did; what did not happen is not told.

    Args:
        words: The words of this version of the norm.
        summary: The summary that `carry` returned.
    """
    renamed = [_renamed(words, change) for change in summary["renamed"]]
    lists = {"renamed": renamed, "review": summary["review"], "removed": summary["removed"]}
    told = [words.spell(f"answers.carried.{name}", {"points": points}) for name, points in lists.items() if points]
    return [words.spell("answers.carried.done", summary), *told]


def _renamed(words: Words, change: Record) -> str:
    """Tell both names of a check point, since those are what people know it by; of others only the title."""
    title = words.called(change["to"])
    return words.spell("answers.carried.rename", change) if title == change["to"] else title
