from tests.assessment.cases import FULL, Judge, Record, every_score


def test_readiness_spans_from_nothing_to_everything_while_nothing_is_answered(judge: Judge) -> None:
    readiness = judge(FULL)["readiness"]
    assert (readiness["likely"]["low"], readiness["likely"]["high"]) == (0, readiness["likely"]["of"])
    assert readiness["coverage"]["percent"] == 0


def test_readiness_is_exact_when_everything_is_answered(judge: Judge, norm: Record) -> None:
    checks = every_score(norm, "TT") | {"OFR-1": {"conformity": "G", "demonstrability": "T"}}
    readiness = judge(FULL, checks=checks)["readiness"]
    total = readiness["strict"]["of"]
    assert (readiness["strict"]["low"], readiness["strict"]["high"]) == (total - 1, total - 1)
    assert readiness["lenient"]["low"] == total
    assert readiness["coverage"] == {"answered": total, "of": total, "percent": 100}


def test_points_of_an_exempt_requirement_do_not_count(judge: Judge, norm: Record) -> None:
    starter, ordinary = (judge({**FULL, "starter": flag})["readiness"]["coverage"]["of"] for flag in (True, False))
    assert ordinary - starter == len(norm["requirements"]["references"]["checks"])


def test_what_to_ask_next_leaves_out_what_is_answered_or_not_asked(judge: Judge) -> None:
    still_open = judge({"provider_kind": "private", "services": ["training"]})["readiness"]["open"]
    assert "services" not in still_open["profile"]
    assert "advice_is_cybersecurity" not in still_open["profile"]
    assert "application" in still_open["profile"]


def test_what_the_norm_calls_optional_is_never_asked_for(judge: Judge) -> None:
    still_open = judge({"has_enterprise_number": True})["readiness"]["open"]["profile"]
    assert "deployed_people" in still_open
    assert not {"enterprise_number", "hourly_rate", "hours"} & set(still_open)
