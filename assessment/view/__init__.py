"""The view model: the report in words, one tree of sections and lines that every product renders as it stands.

The terminal, Markdown, HTML and the browser all show this tree, so that they cannot say different things. It holds
plain text only, never markup.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from assessment.case import Record
from assessment.view.actions import actions_section
from assessment.view.builder import ViewBuilder
from assessment.view.calculations import calculations, trace_section
from assessment.view.cost import cost_section
from assessment.view.documents import documents_section
from assessment.view.eligibility import eligibility_section
from assessment.view.outcome import headline, headline_key, notice, outcome_section, remarks
from assessment.view.readiness import next_questions, readiness_section
from assessment.view.requirements import requirements_section
from assessment.view.scope import scope_section
from assessment.view.summary import summary_of
from assessment.view.summary_section import summary_section
from assessment.view.timeline import timeline_section
from assessment.view.warnings import warnings_section
from assessment.view.worth import worth_section
from assessment.wording import Wording

__all__ = ["build_view", "explain", "present", "present_summary", "present_trace"]


def _requirements_of_audit(builder: ViewBuilder, report: Record) -> Record | None:
    return None if report["outcome"]["likely"]["worst"] == "not_required" else requirements_section(builder, report)


def _scope_of_audit(builder: ViewBuilder, report: Record) -> Record | None:
    return None if report["scope"]["audit_required"] is False else scope_section(builder, report)


def _worth_of_audit(builder: ViewBuilder, report: Record) -> Record | None:
    return None if report["scope"]["audit_required"] is False else worth_section(builder, report)


_SECTIONS: Mapping[Callable[[ViewBuilder, Record], Record | None], tuple[str, ...]] = {
    actions_section: ("actions", "cost", "readiness", "timeline"),
    documents_section: ("documents", "scope"),
    timeline_section: ("timeline", "cost", "eligibility"),
    cost_section: ("cost", "scope"),
    warnings_section: ("date", "warnings"),
    outcome_section: ("outcome",),
    eligibility_section: ("eligibility",),
    _requirements_of_audit: ("requirements", "outcome"),
    _scope_of_audit: ("scope",),
    readiness_section: ("readiness", "outcome"),
    _worth_of_audit: ("worth", "warnings", "scope"),
}
"""The sections in the order in which they show, each with the parts of the report that it is given to read: what to do,
what to have ready, when and at what price, and then why.

What is about the audit has no section where there is none.
"""


def present(
    report: Record,
    norm: Mapping[str, Any],
    messages: Mapping[str, str],
    links: Mapping[str, str],
    language: str | None = None,
) -> Record:
    """Put a report into words.

    Args:
        report: What `assess` returned.
        norm: The norm that it was made with.
        messages: The message catalogue of the language.
        links: Where the guide shows each element: address by element id. May be empty.
        language: The language of the norm's texts to show, when it is not that of the catalogue.

    Returns:
        `title`, `date`, `headline`, `why` (the key of the headline's conclusion), `remarks`, `summary` (see
        `assessment.view.summary`), `notice`, `norm`, `sections` (none while nothing is answered) and `next` (the
        questions to answer next).
    """
    return build_view(ViewBuilder(norm, messages, links, language), report)


def build_view(builder: ViewBuilder, report: Record) -> Record:
    """Put a report into words with a builder that is there already; making one takes time.

    Args:
        builder: A builder for the norm that the report was made with.
        report: What `assess` returned.

    Returns:
        What `present` returns.
    """
    builder.speak_to(report)
    return {
        "title": builder.message("view.title"),
        "date": builder.date(report["date"]),
        "headline": headline(builder, report),
        "why": headline_key(report),
        "remarks": remarks(builder, report),
        "summary": summary_of(builder, report),
        "notice": notice(builder, report),
        "norm": report["norm"],
        "sections": _sections(builder, report),
        "next": builder.call_memoised(next_questions, _parts(report, ("readiness",))),
    }


def _sections(builder: ViewBuilder, report: Record) -> list[Record]:
    if report["readiness"]["is_empty"]:
        return []
    made = (builder.call_memoised(section, _parts(report, names)) for section, names in _SECTIONS.items())
    return [section for section in made if section is not None]


def _parts(report: Record, names: Iterable[str]) -> Record:
    return {name: report[name] for name in names}


def explain(report: Record, wording: Wording, links: Mapping[str, str], keys: Iterable[str] | None = None) -> Record:
    """Put the calculation of conclusions into words, apart from the view because hardly any of them is ever read.

    Args:
        report: What `assess` returned.
        wording: The words of the norm that it was made with.
        links: Where the guide shows each element: address by element id. May be empty.
        keys: The conclusions, by the `why` of a line, a section or the view; all of them without any.

    Returns:
        Each calculation by its key, as `assessment.view.calculations.calculations` describes it.
    """
    return calculations(_builder(wording, links, report), report, keys)


def present_summary(report: Record, wording: Wording, links: Mapping[str, str]) -> Record:
    """Put the summary into a section to stand before the others, for products that draw no first screen."""
    return summary_section(_builder(wording, links, report), report)


def present_trace(report: Record, wording: Wording, links: Mapping[str, str]) -> Record:
    """Put every conclusion into one section at the end, for products that cannot unfold a line."""
    return trace_section(_builder(wording, links, report), report)


def _builder(wording: Wording, links: Mapping[str, str], report: Record) -> ViewBuilder:
    builder = ViewBuilder(wording.norm, wording.messages, links, wording.language)
    builder.speak_to(report)
    return builder
