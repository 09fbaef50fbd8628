"""What if: answers as they would be with a few of them changed.

A scenario is an overlay: it lies over the answers like a sheet of glass, holds only what is different in it (`profile`
and `checks`), and the answers under it stay as they are.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.case import Record

__all__ = ["MAX_SCENARIOS", "apply_scenario", "what_if_fields"]

MAX_SCENARIOS = 3


def what_if_fields(norm: Mapping[str, Any]) -> dict[str, Record]:
    """Return the fields of the profile that a scenario may change, as the norm marks them."""
    return {name: field for name, field in norm["profile"]["fields"].items() if field.get("what_if")}


def apply_scenario(answers: Mapping[str, Any], scenario: Mapping[str, Any]) -> Record:
    """Return the answers as they would be in a scenario; an empty one changes nothing.

    Args:
        answers: The answers, which stay as they are.
        scenario: One of the `scenarios` of an answers document.
    """
    return dict(answers) | dict(_overlay(answers, scenario))


def _overlay(answers: Mapping[str, Any], scenario: Mapping[str, Any]) -> Iterator[tuple[str, Record]]:
    if scenario.get("profile"):
        yield "profile", _over(answers.get("profile", {}), scenario["profile"])
    if scenario.get("checks"):
        given = answers.get("checks", {})
        raised = {name: given.get(name, {}) | scores for name, scores in scenario["checks"].items() if scores}
        yield "checks", given | raised


def _over(given: Mapping[str, Any], supposed: Mapping[str, Any]) -> Record:
    """Lay one group of answers over another; a group within it leaves what it does not name."""
    return dict(given) | {
        name: _over(given.get(name, {}), value) if isinstance(value, Mapping) else value
        for name, value in supposed.items()
    }
