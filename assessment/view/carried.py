"""What happened to answers that were given to an earlier version of the norm, in words."""

from assessment.case import Record
from assessment.words import Words

__all__ = ["tell_carried"]


def tell_carried(words: Words, summary: Record) -> list[str]:
    """Return the sentences that tell what `carry` did; what did not happen is not told.

    Args:
        words: The words of this version of the norm.
        summary: The summary that `carry` returned.
    """
    renamed = [words.spell("answers.carried.rename", change) for change in summary["renamed"]]
    lists = {"renamed": renamed, "review": summary["review"], "removed": summary["removed"]}
    told = [words.spell(f"answers.carried.{name}", {"points": points}) for name, points in lists.items() if points]
    return [words.spell("answers.carried.done", summary), *told]
