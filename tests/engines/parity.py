"""The rules in a page of the site beside those in CPython: do both give the same bytes?"""

import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from assessment import assess, canonical_json, parse_answers
from tests.browser.page_bundle import page_bundle
from tests.browser.paths import SITE

__all__ = ["Run", "differing_cases", "start_rules"]

SCRIPT = Path(__file__).with_name("parity.ts")
Run = Callable[[str], Any]
"""Runs the body of an async function in a page of the site, and returns what it returns."""


def differing_cases(norm: dict[str, Any], run: Run, cases: Sequence[tuple[dict[str, Any], date]]) -> list[int]:
    """The places of the cases, answers and a date, that get another report in the page than here."""
    given = [(json.dumps(answers), on.isoformat()) for answers, on in cases]
    told = run(f"return parity.digests(rules, {json.dumps(given)})")
    expected = [_digest(norm, answers, on) for answers, on in cases]
    return [place for place, (one, other) in enumerate(zip(told, expected, strict=True)) if one != other]


def start_rules(run: Run) -> None:
    """Start the rules in their worker, as the pages do."""
    (worker,) = SITE.glob("assets/kmop/worker.*.js")
    (runtime,) = (SITE / "assets" / "runtime").iterdir()
    addresses = f"'/{worker.relative_to(SITE).as_posix()}', location.origin + '/assets/runtime/{runtime.name}/'"
    run(
        f"{page_bundle(SCRIPT, '--format=iife', '--global-name=parity')}\n"
        f"Object.assign(globalThis, {{parity, rules: await parity.start({addresses})}})"
    )


def _digest(norm: dict[str, Any], document: dict[str, Any], on: date) -> str:
    answers, faults = parse_answers(document, norm)
    assert answers is not None, faults
    return hashlib.sha256(canonical_json(assess(norm, answers, on)).encode()).hexdigest()
