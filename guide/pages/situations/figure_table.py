"""The figures of a situation for each combination of answers; reckoned anew only when the rules read something else."""

from collections.abc import Mapping
from typing import Any

from assessment.wording import Wording
from guide.disk_cache import Cache, json_bytes
from guide.pages.model import Norm
from guide.pages.situations.decision_table import DecisionTable
from guide.pages.situations.figures import Figures

__all__ = ["figure_table"]


def figure_table(norm: Norm, wording: Wording, situation: str, cache: Cache | None) -> dict[str, Any]:
    """Return the figures in words: for which questions, what differs, and which of it each combination has.

    Args:
        norm: The norm without its words, so that no figure can follow from them.
        wording: The words of figures.
        situation: The id of the situation.
        cache: Where it is found again; without one, it is reckoned.
    """

    def make() -> dict[str, Any]:
        table = DecisionTable(norm, norm["situations"]["situations"][situation])
        figures = Figures(table, Wording(norm, wording.messages, wording.language))
        asked = figures.asked_of_cost
        rows, numbers = table.rows(asked, lambda answered: _shown(figures.cost(answered)))
        return {"on": [table.questions.index(question) for question in asked], "rows": rows, "at": numbers}

    if cache is None:
        return make()
    inputs = [situation.encode(), json_bytes(norm), json_bytes(dict(wording.messages))]
    made: dict[str, Any] = cache.get_or_make_json("figures", lambda: inputs, make)
    return made


def _shown(cost: Mapping[str, str]) -> dict[str, str]:
    """Leave out what no page of a situation shows."""
    return {name: words for name, words in cost.items() if name != "price_ends"}
