"""What the script of a situation's page needs: the questions, the decision table and the words of its figures."""

from typing import Any

from assessment.wording import Wording
from guide.pages.model import Element
from guide.pages.situations.decision_table import DecisionTable

__all__ = ["script_data"]


def script_data(
    wording: Wording, table: DecisionTable, figures: Element | None, answers: Element, letters: list[dict[str, Any]]
) -> dict[str, Any]:
    """Return it as JSON: what is numbered stands in this order.

    Args:
        wording: The language.
        table: The decision table of the page.
        figures: The figures that it shows for each combination of answers, if it shows any.
        answers: The answers of everybody in the situation, to open in the self-assessment with what was chosen.
        letters: What answers fill in of the letters on the page.
    """
    return {
        "answers": answers,
        "questions": [_question(wording, table, question) for question in table.questions],
        "truths": table.truths,
        "figures": figures,
        "letters": letters,
    }


def _question(wording: Wording, table: DecisionTable, question: Element) -> dict[str, Any]:
    text = wording.text
    return {
        "field": question["field"],
        "key": text(question["key"]),
        "isList": table.is_list(question),
        "none": text(question["none"]) if "none" in question else None,
        "choices": [[text(choice["key"]), choice["value"]] for choice in question["choices"]],
    }
