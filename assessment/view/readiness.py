"""Gereedheid: how much is answered and sufficient, and what to answer next."""

from assessment.case import Record, key_of
from assessment.rules.scoring import readings_of
from assessment.view.builder import ViewBuilder

__all__ = ["has_scores", "next_questions", "readiness_section", "says_something"]

_WHY = key_of("coverage", "readiness")


def readiness_section(builder: ViewBuilder, report: Record) -> Record | None:
    """Show how many points are sufficient in each scenario; nothing where there is no audit."""
    if report["outcome"]["likely"]["worst"] == "not_required":
        return None
    readiness = report["readiness"]
    is_scan_only = readiness["scan"]["answered"] and not readiness["coverage"]["answered"]
    told = ("scanned", readiness["scan"]) if is_scan_only else ("coverage", readiness["coverage"])
    intro = builder.message(f"view.readiness.{told[0]}", told[1])
    return builder.section(
        "readiness", [_reading(builder, name, readiness[name]) for name in readings_of(builder.norm)], intro, why=_WHY
    )


def says_something(readiness: Record) -> bool:
    """Tell whether any answer about a check point, or about a requirement as a whole, says how it stands."""
    return has_scores(readiness) or bool(readiness["scanned"])


def has_scores(readiness: Record) -> bool:
    """Tell whether any check point has a score of its own that says how it stands."""
    return bool(readiness["coverage"]["answered"] or readiness["points"]["to_do"])


def _reading(builder: ViewBuilder, name: str, counted: Record) -> Record:
    reading = builder.norm["scoring"]["readings"][name]
    message = "view.readiness.exact" if counted["low"] == counted["high"] else "view.readiness.range"
    text = builder.message(message, counted)
    why = key_of("readiness", name)
    title = builder.message("view.scenario", {"reading": builder.text(reading["title"])})
    return builder.line(f"readiness-{name}", title, text, reading, why=why)


def next_questions(builder: ViewBuilder, report: Record) -> list[Record]:
    """Name every question that is still open: about the situation, then the check points, then the documents."""
    still_open = report["readiness"]["open"]
    fields = builder.norm["profile"]["fields"]
    return [
        *(_next(f"profile.{name}", builder.text(fields[name]["question"])) for name in still_open["profile"]),
        *(_next(f"checks.{name}", builder.title(name)) for name in still_open["checks"]),
        *(_next(f"documents.{name}", builder.title(name)) for name in still_open["documents"]),
    ]


def _next(field: str, text: str) -> Record:
    return {"field": field, "href": f"#{field}", "text": text}
