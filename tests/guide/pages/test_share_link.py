"""How long a link that carries answers becomes."""

import re
from itertools import cycle
from typing import Any

from assessment import parse_answers
from assessment.fields import option_ids
from guide.pages.generated.share_link import fragment_of
from guide.paths import FRONTEND

# No two answers beside each other are the same, so that squeezing gains as little as it does for people.
SCORES = [{"conformity": one, "demonstrability": other} for one in "BGTV" for other in "VTGB"]
LONGEST_ADDRESS = 200


def everything_answered(norm: dict[str, Any]) -> dict[str, Any]:
    """An answer to every question that counts as open until it has one."""
    profile: dict[str, Any] = {}
    for number, (name, field) in enumerate(norm["profile"]["fields"].items()):
        if "optional" in field:
            continue
        group, _, part = name.rpartition(".")
        (profile.setdefault(group, {}) if group else profile)[part] = answer(field, norm, number)
    scores, states = cycle(SCORES), cycle(["ready", "missing", "in_progress"])
    return {
        "format": "kmop-answers/1",
        "norm": {"id": norm["id"], "version": norm["version"]},
        "title": "Zelftoets van Opleidingen Janssens en partners bv",
        "profile": profile,
        "scan": {name: "BGTV"[place % 4] for place, name in enumerate(norm["requirements"])},
        "checks": {name: next(scores) for each in norm["requirements"].values() for name in each["checks"]},
        "documents": {name: {"state": next(states)} for name in norm["documents"]},
        "worth": {
            name: field["kind"] == "yes_no" or 7 * place
            for place, (name, field) in enumerate(norm["worth"]["fields"].items())
        },
        "scenarios": [{"title": f"Scenario {number}", "profile": {"starter": True}} for number in range(3)],
    }


def answer(field: dict[str, Any], norm: dict[str, Any], number: int) -> Any:
    options = option_ids(field, norm)
    answers: dict[str, Any] = {
        "choice": options[0] if options else None,
        "choices": options,
        "yes_no": number % 2 == 0,
        "count": number + 1,
        "date": f"2026-03-{number % 28 + 1:02}",
        "decimal": f"{number}.50",
    }
    return answers[field["kind"]]


def test_a_link_without_an_open_question_is_shorter_than_what_is_called_long(real_norm: dict[str, Any]) -> None:
    answers = everything_answered(real_norm)
    assert parse_answers(answers, real_norm)[1] == []
    (longest,) = re.findall(r"MAX_LENGTH = (\d+);", (FRONTEND / "sharing/share.ts").read_text(encoding="utf-8"))

    assert len(fragment_of(answers)) + LONGEST_ADDRESS < int(longest)
