"""Ids of the norm that the site is built from, by their place in it: tests of machinery take whatever stands there.

So a test says which kind of element it needs, and goes on working when the norm gives that another name.
"""

from tests.norms import REAL_NORM, checked_norm

__all__ = [
    "DOCUMENTS",
    "EXAMPLE",
    "EXEMPT_CHECK",
    "FIRST_CHECK",
    "LAST_CHECK",
    "NORM",
    "REQUIREMENTS",
    "SECOND_CHECK",
    "THIRD_CHECK",
    "checks_of",
    "title_of",
]

NORM = checked_norm(REAL_NORM)
REQUIREMENTS = list(NORM["requirements"])
DOCUMENTS = list(NORM["documents"])
EXAMPLE = next(
    name for name, each in NORM["examples"].items() if {"profile", "checks", "documents"} <= each["answers"].keys()
)
"""A worked example with answers of every kind."""


def checks_of(*requirements: str) -> list[str]:
    """The check points of these requirements in their order; of all when none is named."""
    return [check for each in requirements or REQUIREMENTS for check in NORM["requirements"][each]["checks"]]


def title_of(check: str) -> str:
    """What a check point is called."""
    titles = (each["checks"][check]["title"]["nl"] for each in NORM["requirements"].values() if check in each["checks"])
    return str(next(titles))


FIRST_CHECK, SECOND_CHECK, THIRD_CHECK, *_, LAST_CHECK = checks_of()
EXEMPT_CHECK = checks_of(
    *(each["effect"]["requirements"][0] for each in NORM["exemptions"].values() if each["effect"]["kind"] == "exempt")
)[0]
"""A starter is exempt from its requirement."""
