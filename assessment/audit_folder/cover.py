"""What each paper says of itself: on its first page, and in the margins of every page."""

from collections.abc import Mapping, Sequence
from datetime import date
from string import Formatter
from typing import Any

from assessment.answers import is_empty
from assessment.case import Case, Record
from assessment.receipt import receipt_of
from assessment.view.answer_text import answer_in_words
from assessment.view.builder import ViewBuilder

__all__ = ["about_candidate", "page_numbers", "paper"]


def paper(
    builder: ViewBuilder,
    name: str,
    report: Record,
    answers: Mapping[str, Any],
    sections: Sequence[Record],
    **made: Any,
) -> Record:
    """Put sections between covers.

    Args:
        builder: Writes in the language that is wanted.
        name: Which paper it is.
        report: What `assess` returned.
        answers: The answers that the report is about.
        sections: What stands between the covers.
        **made: What else the paper hangs on, for its receipt.

    Returns:
        `title`, `candidate` (the name of the assessment, or null), `about` (facts about the candidate), `date`,
        `origin` (who answers for it), `notice` (what it is not, or null), `empty` (the sentence that nothing was
        answered, or null), `page` (how pages are numbered), `file` (its name, without an ending), `contents` (the title
        of the list of sections; null for a paper that needs none), `receipt` (what it was made with) and `sections`.
    """
    values = {"date": report["date"]}
    return {
        "title": builder.message(f"folder.{name}.title"),
        "candidate": answers.get("title") or None,
        "about": [],
        "date": builder.message(f"folder.{name}.date", values),
        "origin": builder.message(f"folder.{name}.origin"),
        "empty": builder.message("folder.empty") if is_empty(answers) else None,
        "page": page_numbers(builder),
        "file": builder.message(f"folder.file.{name}", values),
        "contents": None,
        "notice": None,
        "receipt": receipt_of(report, name, **made),
        "sections": list(sections),
    }


def about_candidate(builder: ViewBuilder, answers: Mapping[str, Any]) -> list[Record]:
    """Tell what the norm wants on a cover, as far as it was answered."""
    facts = Case.of(builder.norm, answers, date.min).facts
    return [
        {"label": builder.text(field["on_cover"]), "text": answer_in_words(builder, field, facts[name])}
        for name, field in builder.norm["profile"]["fields"].items()
        if "on_cover" in field and facts.get(name)
    ]


def page_numbers(builder: ViewBuilder) -> list[Record]:
    """Cut the sentence that numbers a page into texts, each with the number that follows it."""
    pieces = Formatter().parse(builder.messages["folder.page"])
    return [{"text": text, "field": field} for text, field, _, _ in pieces]
