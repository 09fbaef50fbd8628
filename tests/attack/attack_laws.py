"""Many candidates who all differ obey every law of the rules."""

import os
from collections.abc import Iterator
from random import Random
from typing import Any

from tests.assessment import laws
from tests.bench.varied import candidates

TIMES = int(os.environ.get("KMOP_CANDIDATES", "20000"))


def test_every_candidate_obeys_every_law(real_norm: dict[str, Any]) -> None:
    for number, (document, on) in enumerate(candidates(real_norm, TIMES, least=0)):
        chance = Random(number)  # noqa: S311 - nothing secret
        scanned = {
            name: {dimension: chance.choice("BGTV") for dimension in laws.DIMENSIONS if chance.random() < 1 / 2}
            for name in real_norm["requirements"]
            if chance.random() < 1 / 2
        }
        document |= {"scan": scanned}
        laws.check_is_kept_as_it_is(real_norm, document)
        report = laws.judged(real_norm, document, on)
        laws.check_order(report)
        laws.check_failures_are_listed(real_norm, report)
        laws.check_tasks(report)
        laws.check_unasked_counts_nowhere(real_norm, document, on)
        for name in one_of(chance, sorted(laws.fields_in(document))):
            laws.check_answer_within_bounds(real_norm, document, on, name)
        for score in one_of(chance, sorted(scores_in(document))):
            laws.check_score_within_bounds(real_norm, document, on, score)
            laws.check_raise_helps(real_norm, document, on, score)


def scores_in(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for point, given in document["checks"].items():
        yield from ((point, dimension) for dimension in given.keys() & set(laws.DIMENSIONS))


def one_of(chance: Random, found: list[Any]) -> list[Any]:
    return [chance.choice(found)] if found else []
