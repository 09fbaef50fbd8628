"""The first-hand cases get the same report in the browser as in CPython, where it is held to what must be said."""

from datetime import date

from tests.browser.assessment_page import AssessmentPage
from tests.browser.norm_ids import NORM
from tests.engines.parity import differing_cases, start_rules


def test_every_first_hand_case_gets_the_same_bytes_in_the_browser(app: AssessmentPage) -> None:
    judged = [(case["answers"], each["dates"]) for case in NORM["cases"].values() for each in case["judged"]]
    cases = [(answers, date.fromisoformat(day)) for answers, days in judged for day in days]

    def run(body: str) -> object:
        return app.page.evaluate(f"async () => {{{body}}}")

    start_rules(run)

    assert len(cases) > len(NORM["cases"])
    assert differing_cases(NORM, run, cases) == []
