"""A screen reader walks through the worked example in a sensible order."""

import re
from itertools import pairwise

from tests.browser.assessment_page import AssessmentPage
from tests.browser.norm_ids import EXAMPLE, FIRST_CHECK, NORM, REQUIREMENTS, SECOND_CHECK

POINTS = [check["title"]["nl"] for each in NORM["requirements"].values() for check in each["checks"].values()]
EVERY_FOLD = "document.querySelectorAll('details').forEach(fold => { fold.open = true })"
HEADING = re.compile(r'^( *)- \'?heading "(.*?)"?(?: ¶")? \[level=(\d)\]')
GROUP = re.compile(r'^ *- \'?group "(.*?)"')
LANDMARK = re.compile(
    r'^ *- \'?(banner|main|contentinfo|complementary|navigation|region|search|form)(?: "(.*?)")?\'?:?'
)


def test_the_worked_example_reads_in_a_sensible_order(app: AssessmentPage) -> None:
    app.open(NORM["examples"][EXAMPLE]["answers"])
    app.answer(f"checks.{SECOND_CHECK}.flagged", "true")
    app.page.evaluate(EVERY_FOLD)

    lines = app.page.locator("body").aria_snapshot().splitlines()

    headings = [(match[2], int(match[3])) for line in lines if (match := HEADING.match(line))]
    assert headings[0][1] == 1
    assert all(after <= before + 1 for (_, before), (_, after) in pairwise(headings))
    titles = [title for title, _ in headings]
    requirement = NORM["requirements"][REQUIREMENTS[0]]
    part = requirement["title"]["nl"]
    order = ["Uw situatie", "Hoe klaar bent u", part, "Uw documenten", "Nakijken", "Later te bekijken", "Uw resultaat"]
    assert [titles.index(title) for title in order] == sorted(titles.index(title) for title in order)
    point = requirement["checks"][FIRST_CHECK]["title"]["nl"]
    first = dict(reversed(headings))  # the result tells of the same requirements, further down
    assert first[point] == first[part] + 1
    groups = [match[1] for line in lines if (match := GROUP.match(line))]
    points = {check["title"]["nl"] for each in NORM["requirements"].values() for check in each["checks"].values()}
    for point in points & set(titles):
        sides = [group.removeprefix(f"{point} ") for group in groups if group.startswith(f"{point} ")]
        assert sides == ["Overeenstemming", "Aantoonbaarheid"], point
    landmarks = [(match[1], match[2]) for line in lines if (match := LANDMARK.match(line))]
    assert {"banner", "main", "contentinfo", "complementary"} <= {role for role, _ in landmarks}
    assert all(name for role, name in landmarks if role in {"navigation", "region", "complementary"})
    assert len(landmarks) == len(set(landmarks))
