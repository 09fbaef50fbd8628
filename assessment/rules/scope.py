"""Reikwijdte: which requirements are audited, and which exemptions of `norm/exemptions.yaml` are in play?

An exemption may hang on an answer that is still missing. The rules then look at every way in which the missing
answers may turn out (`alternatives_of`) instead of guessing one.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from assessment.case import Case, Record, key_of, message, step
from assessment.fields import option_ids
from assessment.predicates import Truth, fields_of
from assessment.skip_logic import known_facts

__all__ = [
    "MAY_BE_AUDITED",
    "Alternatives",
    "alternatives_of",
    "assess_scope",
    "audited_in",
    "can_end_conditionally",
    "is_limited",
]

Alternatives = list[tuple[tuple[str, ...], bool]]
"""Every way in which the scope may turn out: the scope of each requirement, and whether it can end conditionally."""

MAY_BE_AUDITED = frozenset({"audited", "unknown"})
"""What a requirement's scope is when the auditor looks, or may look, at its points."""

_LIFTING = frozenset({"exempt", "already_positive"})


def alternatives_of(case: Case) -> Alternatives:
    """List every way in which the scope of the audit may still turn out."""
    return sorted({(_scope_in(world), can_end_conditionally(world) is True) for world in _worlds(case)})


def can_end_conditionally(case: Case) -> Truth:
    """Tell whether this audit can end in a conditional registration at all; nothing while that is open."""
    scoring, application = case.norm["scoring"], case.facts.get("application")
    kind: Truth = None if application is None else application in scoring["conditional_in"]
    excluded = _is_limited(case)
    if kind is False or excluded is True:
        return False
    return None if kind is None or excluded is None else True


def is_limited(case: Case) -> bool:
    """Tell whether this is the limited audit, after which the sources know a positive result and nothing else."""
    return _is_limited(case) is True


def _is_limited(case: Case) -> Truth:
    unless = case.norm["scoring"].get("conditional_unless")
    return False if unless is None else case.holds(unless)


def assess_scope(case: Case, alternatives: Alternatives) -> Record:
    """Decide per requirement whether it is audited.

    A requirement is `audited`, `exempt`, `already_positive`, `no_audit`, or `unknown` while it hangs on a missing
    answer. `audit_required` is true, false or null (unknown); `no_audit_if` names the exemptions that it hangs on then,
    and what is said of an audit does not cover them. Exemptions that only the bureau can apply stand under `questions`
    and change nothing else.

    Args:
        case: The candidate.
        alternatives: What `alternatives_of` listed.
    """
    claims: list[tuple[Record, Truth]] = [claim for claim in _claims(case) if claim[1] is not False]
    for exemption, truth in claims:
        case.conclude_when(
            "exemption", exemption, message(f"rules.exemption.{'applies' if truth else 'unknown'}"), "applies_when"
        )
    required = _audit_required(claims)
    requirements = _no_audit(case, claims) if required is False else _merged(case, claims, alternatives)
    questions = [exemption for exemption, truth in claims if truth and _kind(exemption) == "ask_bureau"]
    requirements = [_to_ask(entry, questions) for entry in requirements]
    for entry in requirements:
        _conclude(case, entry, claims)
    return {
        "application": case.facts.get("application"),
        "audit_required": required,
        "no_audit_if": [each["id"] for each, truth in claims if truth is None and _kind(each) == "no_audit"],
        "requirements": requirements,
        "questions": [_question(exemption) for exemption in questions],
    }


def audited_in(scope: Record) -> list[str]:
    """Name the requirements that are or may be audited."""
    return [entry["id"] for entry in scope["requirements"] if entry["state"] in MAY_BE_AUDITED]


def _worlds(case: Case) -> list[Case]:
    """Return the possible worlds: the case once for each way in which the missing answers about its scope may turn out.

    When no answer that matters is missing, that is the case itself. Of a missing list only the two extremes are tried:
    none of them, and all. In a world in which a question is not asked, its answer counts for nothing.
    """
    fields = _scope_fields(case)
    missing = {name: _options(case, name) for name in fields if name not in case.known}
    worlds = ({**case.known, **dict(zip(missing, choice, strict=True))} for choice in product(*missing.values()))
    return [case.with_facts(known_facts(facts, case.norm, fields)) for facts in worlds]


def _scope_in(world: Case) -> tuple[str, ...]:
    """Return the scope of each requirement, in the norm's order, in a world where every answer about it is known."""
    lifted: dict[str, str] = {}
    for exemption, truth in _lifting_claims(world):
        if truth:
            lifted |= dict.fromkeys(_requirements_of(exemption, world.facts), _kind(exemption))
    return tuple(lifted.get(name, "audited") for name in world.norm["requirements"])


def _conclude(case: Case, entry: Record, claims: list[tuple[Record, Truth]]) -> None:
    """Write down why a requirement is audited or not, on the grounds of the exemption if there is one."""
    norm = case.norm
    grounds = norm["exemptions"][entry["because"]] if entry["because"] else norm["requirements"][entry["id"]]
    case.conclude("scope", grounds | {"id": entry["id"]}, entry["reason"], steps=_steps(case, entry, claims))


def _steps(case: Case, entry: Record, claims: list[tuple[Record, Truth]]) -> list[Record]:
    """Name each exemption that lifts the requirement, or may lift it."""
    steps = [
        step(
            f"rules.calc.exemption_{'yes' if truth else 'unknown'}",
            exemption,
            key_of("exemption", exemption["id"]),
            exemption=exemption["id"],
            applies="yes" if truth else "unknown",
        )
        for exemption, truth in claims
        if _kind(exemption) == "no_audit" or _lifts(case, exemption, entry["id"])
    ]
    return steps or [step("rules.calc.no_exemption")]


def _lifts(case: Case, exemption: Record, requirement: str) -> bool:
    """Tell whether an exemption is or may be about this requirement."""
    named = exemption["effect"].get("requirements_in")
    open_list = named is not None and named not in case.facts
    return _kind(exemption) in _LIFTING and (open_list or requirement in _requirements_of(exemption, case.facts))


def _claims(case: Case) -> Iterator[tuple[Record, Truth]]:
    for exemption in case.norm["exemptions"].values():
        yield exemption, case.applies(exemption)


def _lifting_claims(case: Case) -> Iterator[tuple[Record, Truth]]:
    for exemption in case.norm["exemptions"].values():
        if _kind(exemption) in _LIFTING:
            yield exemption, case.applies(exemption)


def _kind(exemption: Record) -> str:
    return str(exemption["effect"]["kind"])


def _requirements_of(exemption: Record, facts: Mapping[str, Any]) -> list[str]:
    effect = exemption["effect"]
    return list(effect.get("requirements", [])) + list(facts.get(effect.get("requirements_in")) or [])


def _scope_fields(case: Case) -> list[str]:
    """Name each profile field on which the scope may hang, once, leaving out what is settled already."""
    names: dict[str, None] = {"application": None}  # decides which verdicts exist, whatever the exemptions read
    for exemption, truth in _lifting_claims(case):
        if truth is False:
            continue
        names |= dict.fromkeys(fields_of(exemption["applies_when"]))
        if "requirements_in" in exemption["effect"]:
            names[exemption["effect"]["requirements_in"]] = None
    if can_end_conditionally(case) is None:
        names |= dict.fromkeys(fields_of(case.norm["scoring"].get("conditional_unless")))
    return list(names)


def _options(case: Case, name: str) -> list[Any]:
    """Return every value that a missing answer may take."""
    field = case.norm["profile"]["fields"][name]
    if field["kind"] == "yes_no":
        return [True, False]
    if field["kind"] == "choice":
        return option_ids(field, case.norm)
    return [[], option_ids(field, case.norm)]


def _audit_required(claims: list[tuple[Record, Truth]]) -> Truth:
    truths = [truth for exemption, truth in claims if _kind(exemption) == "no_audit"]
    return False if True in truths else None if None in truths else True


def _no_audit(case: Case, claims: list[tuple[Record, Truth]]) -> list[Record]:
    because = next(exemption["id"] for exemption, truth in claims if truth and _kind(exemption) == "no_audit")
    return [_entry(name, "no_audit", because) for name in case.norm["requirements"]]


def _merged(case: Case, claims: list[tuple[Record, Truth]], alternatives: Alternatives) -> list[Record]:
    """Bring the alternatives together: where they disagree about a requirement, its scope is unknown."""
    columns = zip(*(states for states, _ in alternatives), strict=True)
    entries = []
    for name, states in zip(case.norm["requirements"], columns, strict=True):
        state = states[0] if len(set(states)) == 1 else "unknown"
        entries.append(_entry(name, state, _because(case, name, state, claims)))
    return entries


def _because(case: Case, requirement: str, state: str, claims: list[tuple[Record, Truth]]) -> str | None:
    if state == "audited":
        return None
    for exemption, _ in claims:
        named = exemption["effect"].get("requirements_in")
        maybe = named is not None and named not in case.facts and state == "unknown"
        if _kind(exemption) in _LIFTING and (maybe or requirement in _requirements_of(exemption, case.facts)):
            return str(exemption["id"])
    return None


def _entry(requirement: str, state: str, because: str | None) -> Record:
    values = {"exemption": because} if because else {}
    return {
        "id": requirement,
        "state": state,
        "because": because,
        "reason": message(f"rules.scope.{state}", **values),
    }


def _to_ask(entry: Record, questions: list[Record]) -> Record:
    """Say of a requirement that is audited that a certificate may lift it, where there is one."""
    if entry["state"] != "audited" or not questions:
        return entry
    return entry | {"reason": message("rules.scope.ask", exemptions=[each["id"] for each in questions])}


def _question(exemption: Record) -> Record:
    return {
        "id": exemption["id"],
        "reason": message("rules.scope.ask_bureau", exemption=exemption["id"]),
        "standing": exemption["standing"],
        "sources": exemption.get("sources", []),
    }
