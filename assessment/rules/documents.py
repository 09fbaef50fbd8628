"""Documenten: which of `norm/documents.yaml` must lie ready for this candidate, why, and how far each is."""

from assessment.askers import asker_of
from assessment.case import Case, Message, Record, message, step
from assessment.predicates import Truth, fields_of

__all__ = ["assess_documents"]

# Of the open questions that decide, as many are named.
_MOST_NAMED = 2


def assess_documents(case: Case) -> list[Record]:
    """List the documents that are needed (`needed` true) or may be (`needed` null), with their state.

    A document is `ready`, `in_progress` or `missing` as the candidate says, or `unknown`. `called` is the number of the
    title that it has for this candidate, where that is not its own.
    """
    listed = []
    for document in case.norm["documents"].values():
        needed = case.in_force(document) and case.holds(document["needed_when"])
        if needed is not False:
            listed.append(_line(case, document, needed))
    return listed


def _line(case: Case, document: Record, needed: Truth) -> Record:
    state = case.answers.get("documents", {}).get(document["id"], {}).get("state", "unknown")
    reason = _reason(case, document, needed)
    steps = [step(f"rules.calc.document_{state}"), step("rules.calc.proves", points=document["proves"])]
    case.conclude_when("document", document, reason, "needed_when", steps=steps)
    return {
        "id": document["id"],
        "needed": needed,
        "state": state,
        "reason": reason,
        "called": _called(case, document),
        "proves": document["proves"],
        "standing": document["standing"],
        "sources": document.get("sources", []),
    }


def _called(case: Case, document: Record) -> int | None:
    """Return which of its other titles the document has for this candidate: the first that certainly holds."""
    titles = enumerate(document.get("titles", []))
    return next((number for number, each in titles if case.holds(each["applies_when"]) is True), None)


def _reason(case: Case, document: Record, needed: Truth) -> Message:
    if needed:
        return message(f"rules.document.needed_{asker_of(document)}", document=document["id"])
    fields = _open_fields(case, document)
    if 1 <= len(fields) <= _MOST_NAMED:
        return message("rules.document.may_be_needed_by", document=document["id"], fields=fields)
    return message("rules.document.may_be_needed", document=document["id"])


def _open_fields(case: Case, document: Record) -> list[str]:
    """Name the questions that are asked, not answered, and decide whether the document is needed."""
    asked = case.asked()
    names = dict.fromkeys(fields_of(document["needed_when"]))
    return [name for name in names if name not in case.facts and asked.get(name) is True]
