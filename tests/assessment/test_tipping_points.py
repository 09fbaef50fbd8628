"""Points that tip the outcome: brute force over whole reports finds the same."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import Wording, present
from assessment.rules.cheapest_sums import effort
from assessment.rules.scoring import READINGS, Point
from tests.assessment.cases import FULL, SCORES, VERDICTS, Judge, Record, answers, checks_of, every_score
from tests.norms import each_norm

DIMENSIONS = ("conformity", "demonstrability")
Found = dict[tuple[str, str, str, str, str], str]


def tipping(report: Record) -> Found:
    """What a report says: by point, direction, reading and new scores, the verdict."""
    return {
        (
            line["check"],
            effect["direction"],
            effect["reading"],
            effect["conformity"],
            effect["demonstrability"],
        ): effect["verdict"]["to"]
        for line in report["actions"]["tipping"]
        for effect in line["effects"]
    }


def answered(document: Record, check: str, point: Point) -> Record:
    """The same answers, but for the two scores of one point."""
    changed = deepcopy(document)
    scores = {name: SCORES[score] for name, score in zip(DIMENSIONS, point, strict=True)}
    changed.setdefault("checks", {}).setdefault(check, {}).update(scores)
    return changed


def audited(report: Record) -> Iterator[Record]:
    """Each point that is scored, in a requirement that is or may be audited."""
    for line in report["requirements"]:
        if line["scope"] in {"audited", "unknown"}:
            yield from (check for check in line["checks"] if check["conformity"])


def ends(check: Record) -> tuple[Point, Point]:
    worst, best = (Point(*(SCORES.index(check[name][end]) for name in DIMENSIONS)) for end in ("worst", "best"))
    return worst, best


def outcomes(judge: Judge, document: Record, check: str, points: list[Point]) -> dict[Point, Record]:
    return {point: judge.report(answered(document, check, point))["outcome"] for point in points}


def brute(judge: Judge, document: Record) -> Found:
    """Find by whole reports which single change tips which reading."""
    now = judge.report(document)
    found: Found = {}
    for check in audited(now):
        worst, best = ends(check)
        is_open = check["state"] == "open"
        top = best if is_open else Point(3, 3)
        down = (
            [worst]
            if is_open
            else [p for p in (Point(worst[0] - 1, worst[1]), Point(worst[0], worst[1] - 1)) if min(p) >= 0]
        )
        up = [Point(c, d) for c in range(worst[0], top[0] + 1) for d in range(worst[1], top[1] + 1)]
        tried = outcomes(judge, document, check["id"], [*up, *down])
        for reading in READINGS:
            least, most = now["outcome"][reading]["worst"], now["outcome"][reading]["best"]
            reached = tried[top][reading]["worst"]
            if VERDICTS.index(reached) > VERDICTS.index(least):
                enough = [p for p in up if tried[p][reading]["worst"] == reached]
                target = min(enough, key=lambda p: (effort(worst, p), p))
                found[check["id"], "up", reading, *map(SCORES.__getitem__, target)] = reached
            for target in down:
                left = tried[target][reading]["best"]
                if VERDICTS.index(left) < VERDICTS.index(most):
                    found[check["id"], "down", reading, *map(SCORES.__getitem__, target)] = left
    return found


@each_norm
@settings(max_examples=3, deadline=None)
@given(data=st.data())
def test_any_candidates_points_tip_as_whole_reports_say(judge: Judge, norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    assert tipping(judge.report(document)) == brute(judge, document)


@each_norm
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_nearly_good_candidates_points_tip_as_whole_reports_say(
    judge: Judge, norm: Record, data: st.DataObject
) -> None:
    checks = every_score(norm, data.draw(st.sampled_from(["TT", "VV", "TV"])))
    weak = st.fixed_dictionaries({}, optional={name: st.sampled_from(SCORES) for name in DIMENSIONS})
    changed: dict[str, Any] = data.draw(st.dictionaries(st.sampled_from(sorted(checks)), weak, max_size=4))
    application = data.draw(st.sampled_from(["first", "conditional_follow_up"]))
    profile = {**FULL, "application": application, "passed_requirements": [next(iter(norm["requirements"]))]}
    document = {"format": "kmop-answers/1", "profile": profile, "checks": checks | changed}
    assert tipping(judge.report(document)) == brute(judge, document)


def test_the_only_weak_point_tips_every_reading(judge: Judge, norm: Record) -> None:
    report = judge(FULL, checks=every_score(norm, "VV") | {"TRU-2": {"conformity": "T", "demonstrability": "B"}})
    (line,) = [line for line in report["actions"]["tipping"] if line["check"] == "TRU-2"]
    ups = [effect for effect in line["effects"] if effect["direction"] == "up"]
    assert [(up["reading"], up["conformity"] + up["demonstrability"]) for up in ups] == [
        ("strict", "TT"),
        ("likely", "TG"),
        ("lenient", "TG"),
    ]
    assert {up["verdict"]["to"] for up in ups} == {"positive"}


def test_an_open_point_decides_when_everything_hangs_on_it(judge: Judge, norm: Record) -> None:
    checks = every_score(norm, "VV")
    del checks["TRU-1"]
    (line,) = judge(FULL, checks=checks)["actions"]["tipping"]
    assert (line["check"], line["state"], line["decides"]) == ("TRU-1", "open", list(READINGS))


def test_an_open_point_does_not_decide_while_another_matters(judge: Judge, norm: Record) -> None:
    checks = every_score(norm, "VV")
    del checks["TRU-1"], checks["REF-1"]
    assert [line["decides"] for line in judge(FULL, checks=checks)["actions"]["tipping"]] == [[], []]


def test_a_point_that_is_not_audited_tips_nothing(judge: Judge, norm: Record) -> None:
    profile = {**FULL, "application": "conditional_follow_up", "passed_requirements": ["offering"]}
    found = judge(profile, checks=every_score(norm, "TT"))["actions"]["tipping"]
    assert found
    assert not any(line["check"].startswith("OFR-") for line in found)


def test_nothing_tips_where_no_audit_is_needed(judge: Judge) -> None:
    assert judge({"provider_kind": "public"}, checks="TT")["actions"]["tipping"] == []


def test_the_view_is_calm_when_nothing_tips(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    view = present(judge(FULL, checks="VV"), norm, messages, {})
    (line,) = [line for section in view["sections"] for line in section["lines"] if line["id"] == "tipping"]
    assert (line["text"], line["lines"]) == (messages["view.tipping.none"], [])


def test_what_lifts_leads_to_its_question(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    checks = every_score(norm, "TT") | {"TRU-2": {"conformity": "T", "demonstrability": "B"}}
    view = present(judge(FULL, checks=checks), norm, messages, {})
    (line,) = [line for section in view["sections"] for line in section["lines"] if line["id"] == "tipping"]
    assert Wording(norm, messages).display_name("TRU-2") in line["text"]
    assert (line["lines"][0]["id"], line["lines"][0]["asks"]) == ("TRU-2", "checks.TRU-2")
    assert checks_of(norm).keys() >= {inner["id"] for group in line["lines"] for inner in group["lines"]}


def pulls(view: Record) -> list[Record]:
    """What can pull the verdict of a scenario down."""
    lines = next(section["lines"] for section in view["sections"] if section["id"] == "actions")
    line = next(line for line in lines if line["id"] == "tipping")
    return [inner for inner in line["lines"] if inner["id"].startswith("tipping-")]


def test_what_each_point_says_is_told_once_above_them(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    strict = pulls(present(judge(FULL, checks="TT"), norm, messages, {}))[0]
    assert strict["text"].endswith("Eén keer ‘gedeeltelijk’ in plaats van ‘toereikend’ is daarvoor al genoeg.")
    assert len(strict["lines"]) > 1
    assert {line["text"] for line in strict["lines"]} == {""}


def test_points_without_a_score_are_counted_and_not_listed(
    judge: Judge, norm: Record, messages: Mapping[str, str]
) -> None:
    checks = every_score(norm, "TT")
    del checks["OFR-1"]
    for line in pulls(present(judge(FULL, checks=checks), norm, messages, {})):
        assert "OFR-1" not in [inner["id"] for inner in line["lines"]]
        assert line["text"].endswith("met het ene punt dat u nog niet volledig invulde (1).")
