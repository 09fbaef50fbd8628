"""Acties: what to do first, and the shortest way to a positive outcome in each reading."""

from collections.abc import Collection, Iterator

from assessment.case import Record, key_of
from assessment.view.builder import ViewBuilder
from assessment.view.eligibility import deciding_field
from assessment.view.readiness import has_scores
from assessment.view.shortest_ways import shortest_ways
from assessment.view.tipping_points import tipping_line
from assessment.view.urgent_task import urgent_task

__all__ = ["actions_section", "reason_line"]

_KINDS = {
    "rules.action.condition_beside": "condition_beside",
    "rules.action.condition_told": "condition_beside",
    "rules.step.perhaps": "perhaps",
}
"""What a reason is shown as, where it is not pressing or not certain."""
_ASKED_IN = {"raise": "checks", "refine": "scan", "document": "documents", "tip": "checks"}
_RULES = {"refine": "requirement", "tip": "check"}
"""The rule that concluded on it, where that has another name than the kind of reason."""
_TONES = {
    "condition": "bad",
    "condition_beside": "attention",
    "quick_win": "attention",
    "raise": "attention",
    "refine": "attention",
    "document": "attention",
    "step": "attention",
    "perhaps": "neutral",
    "tip": "neutral",
    "answer": "neutral",
}


def actions_section(builder: ViewBuilder, report: Record) -> Record:
    """Show the tasks in their groups, the points that tip the outcome, and per reading the smallest set of raises.

    A line that is a task has its `group`; one that presses comes before all that is ranked.
    """
    actions = report["actions"]
    is_audited = report["cost"]["audit_required"] is not False
    urgent = list(urgent_task(builder, report["timeline"])) if is_audited else []
    ranked = [builder.call_memoised(_action, _unranked(entry), about=entry["about"]) for entry in actions["ranked"]]
    tasks = [*urgent, *ranked]
    tipping = (
        [builder.call_memoised(tipping_line, actions["tipping"])]
        if is_audited and has_scores(report["readiness"])
        else []
    )
    shortest = shortest_ways(builder, report) if is_audited else []
    own = "none" if not tasks else "intro" if is_audited else "intro_no_audit"
    return builder.section("actions", [*tasks, *tipping, *shortest], intro=builder.message(f"view.actions.{own}"))


def _unranked(entry: Record) -> Record:
    """Leave out the place in the list: a line shows there anyway, and else all would change when one comes first."""
    return {name: part for name, part in entry.items() if name != "rank"}


def _action(builder: ViewBuilder, task: Record) -> Record:
    """Show a task by its weightiest reason, with the other reasons nested in it."""
    main, *others = task["reasons"]
    group = builder.message(f"view.actions.group.{task['group']}")
    told = {_remedy(builder, main)}
    nested = [reason_line(builder, reason, told=told) for reason in others]
    return reason_line(builder, main) | {"group": task["group"], "group_label": group, "lines": nested}


def reason_line(builder: ViewBuilder, reason: Record, *, told: Collection[str | None] = ()) -> Record:
    """Show one reason to do something, with what to do about it unless that is told already.

    Args:
        builder: Makes the words.
        reason: One of the `reasons` of a task.
        told: Remedies that stand beside it.
    """
    kind = _kind(reason)
    line = builder.line(
        reason["about"],
        _title(builder, reason),
        builder.reason(reason["reason"]),
        reason,
        **builder.state("actions", kind, _TONES[kind]),
        why=_why(reason),
        asks=_asks(builder, reason),
        details=list(_details(builder, reason, told)),
    )
    # Open questions are about many elements, so the page of the first of them says nothing.
    return line | {"href": None} if kind == "answer" else line


def _kind(entry: Record) -> str:
    """Tell what is pressing and certain from what is not, and raises that take little from those that do not."""
    if entry.get("quick_win"):
        return "quick_win"
    return _KINDS.get(entry["reason"]["message"], str(entry["kind"]))


def _why(entry: Record) -> str:
    """Name the conclusion that the reason follows from."""
    if entry["kind"] == "answer":
        return key_of("open", f"open-{_part(entry)}")
    kind = str(entry["kind"])
    return key_of(_RULES.get(kind, kind), entry["about"])


def _part(entry: Record) -> str:
    """Tell which part of the form an open question stands in: its reason says so."""
    return str(entry["reason"]["message"].rpartition("answer_")[2])


def _asks(builder: ViewBuilder, entry: Record) -> str | None:
    """Name the field of the form where the candidate sees to the task."""
    if entry["kind"] == "answer":
        return f"{_part(entry)}.{entry['about']}"
    if entry["kind"] == "condition":
        return deciding_field(builder.norm["conditions"][entry["about"]])
    if entry["kind"] == "step":
        return f"profile.{builder.norm['procedure']['steps'][entry['about']]['dated_by']}"
    if entry["reason"]["message"].endswith("no_points"):
        return f"checks.{next(iter(builder.norm['requirements'][entry['about']]['checks']))}"
    return f"{_ASKED_IN[entry['kind']]}.{entry['about']}"


def _title(builder: ViewBuilder, entry: Record) -> str:
    if entry["kind"] == "answer":
        return builder.message(f"view.actions.answer.{_part(entry)}")
    return builder.title(entry["about"])


def _remedy(builder: ViewBuilder, entry: Record) -> str | None:
    if entry["kind"] == "answer":
        return None
    # Of a step, what it is says what to do.
    remedy = builder.element(entry["about"]).get("text" if entry["kind"] == "step" else "remedy")
    return builder.text(remedy) if remedy else None


def _details(builder: ViewBuilder, entry: Record, told: Collection[str | None]) -> Iterator[Record]:
    remedy = _remedy(builder, entry)
    if remedy and remedy not in told:
        yield builder.detail("view.remedy", remedy)
    if entry.get("quick_win"):
        yield builder.ground("view.why", builder.message("view.actions.quick_win_why"))
