"""Resultaat: the answer in one sentence, and the three readings."""

from assessment.case import Record, key_of
from assessment.rules.scoring import READINGS
from assessment.view.builder import Pen

__all__ = ["headline", "outcome_section", "remarks"]

_TONES = {"positive": "good", "not_required": "good", "conditional": "attention", "negative": "bad"}


def headline(pen: Pen, report: Record) -> str:
    """Answer the candidate's question in one sentence."""
    outcome = report["outcome"]
    shown = {name: pen.verdicts(outcome[name]) for name in READINGS}
    if outcome["likely"]["worst"] == "not_required":
        return pen.words.spell("view.headline.not_required")
    kind = _agreement(shown)
    # What fails even in the lenient reading, fails in all three.
    failed = _failed(report, "lenient" if kind == "agreed" else "strict")
    kind += "_because" if failed else ""
    return pen.words.spell(f"view.headline.{kind}", {**shown, "date": report["date"], "failed": failed})


def _agreement(shown: Record) -> str:
    """Tell which readings say the same as the likely one."""
    alike = {name: shown[name] == shown["likely"] for name in ("strict", "lenient")}
    if all(alike.values()):
        return "agreed"
    return "lenient_differs" if alike["strict"] else "strict_differs" if alike["lenient"] else "all_differ"


def _failed(report: Record, reading: str) -> list[str]:
    """Name the requirements that fail in this reading, whatever is still open."""
    return [entry["id"] for entry in report["requirements"] if entry["readings"][reading]["best"] == "failed"]


def remarks(pen: Pen, report: Record) -> list[str]:
    """Add what the verdict does not say: that a condition is not met, or how much is answered."""
    unmet = [entry["id"] for entry in report["eligibility"]["conditions"] if _stops(entry)]
    coverage = report["readiness"]["coverage"]
    sentences = []
    if unmet:
        sentences.append(pen.words.spell("view.headline.not_eligible", {"conditions": unmet}))
    if coverage["answered"] < coverage["of"]:
        sentences.append(pen.words.spell("view.headline.coverage", coverage))
    review = report["readiness"]["open"]["review"]
    if review:
        sentences.append(pen.words.spell("view.headline.review", {"points": review}))
    if report["readiness"]["scanned"]:
        sentences.append(pen.words.spell("view.headline.scanned", {"number": report["readiness"]["scanned"]}))
    return sentences


def _stops(condition: Record) -> bool:
    return bool(condition["blocking"] and condition["state"] == "not_met")


def outcome_section(pen: Pen, report: Record) -> Record:
    """Show the verdict in each reading, with what the reading takes as its bar."""
    outcome = report["outcome"]
    return pen.section("outcome", [_reading(pen, name, outcome[name]) for name in READINGS], intro=_intro(pen, outcome))


def _intro(pen: Pen, outcome: Record) -> str:
    return pen.words.say(outcome["reason"])


def _reading(pen: Pen, name: str, interval: Record) -> Record:
    reading = pen.norm["scoring"]["readings"][name]
    label = pen.verdicts(interval)
    tone = _TONES[interval["worst"]] if interval["worst"] == interval["best"] else "neutral"
    return pen.line(
        name,
        pen.words.text(reading["title"]),
        pen.words.text(reading["text"]),
        reading,
        state=interval["worst"] if interval["worst"] == interval["best"] else "open",
        state_label=label,
        tone=tone,
        why=key_of("outcome", name),
        details=[pen.detail("view.why", pen.words.text(reading["rationale"]))],
    )
