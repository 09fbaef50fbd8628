"""Skip logic: which questions of the profile are asked, and so which answers count.

The answer to a question that is not asked is no answer. It stays in the answers document for when the question is asked
again, but no rule reads it.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from assessment.predicates import NO_ANSWER, Facts, Truth, evaluate

__all__ = ["asked_fields", "known_facts"]


def asked_fields(facts: Facts, norm: Mapping[str, Any]) -> dict[str, Truth]:
    """Tell of each question whether it is asked: yes, no, or unknown while that hangs on an answer that is missing.

    A question that hangs on one that is not asked finds no answer there, whatever was answered to it before.

    Args:
        facts: The answers by field name, and `date`.
        norm: The checked norm.
    """
    return _settled(facts, norm, norm["profile"]["fields"])[1]


def known_facts(facts: Facts, norm: Mapping[str, Any], names: Iterable[str] | None = None) -> dict[str, Any]:
    """Return the facts, with `NO_ANSWER` for each question that is certainly not asked.

    So what hangs on such a question is no, and not unknown for ever.

    Args:
        facts: The answers by field name, and `date`.
        norm: The checked norm.
        names: The fields to look at, with what they hang on; all of them by default.
    """
    return _settled(facts, norm, norm["profile"]["fields"] if names is None else names)[0]


def _settled(facts: Facts, norm: Mapping[str, Any], names: Iterable[str]) -> tuple[dict[str, Any], dict[str, Truth]]:
    """Settle of each field whether it is asked, once somebody looks for its answer (lazy evaluation)."""
    fields = norm["profile"]["fields"]
    asked: dict[str, Truth] = {}

    def settle(name: str) -> None:
        if name in asked or name not in fields:
            return
        asked[name] = evaluate(fields[name].get("asked_when"), known, norm)
        if asked[name] is False:
            known[name] = NO_ANSWER

    known = _Settling(facts, settle)
    for name in names:
        settle(name)
    return dict(known), asked


class _Settling(dict[str, Any]):
    """Facts that settle of a field whether it is asked before they give its answer."""

    def __init__(self, facts: Facts, settle: Callable[[str], None]) -> None:
        super().__init__(facts)
        self._settle = settle

    def get(self, name: str, default: Any = None) -> Any:
        self._settle(name)
        return super().get(name, default)
