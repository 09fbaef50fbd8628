"""First-hand cases: what people did, as they told it; `test_examples.py` holds them to what must be said of them."""

from tests.assessment.cases import Record


def test_each_case_is_judged_on_the_day_of_the_data_too(real_norm: Record) -> None:
    cases = real_norm["cases"]
    days = {name: {day for each in case["judged"] for day in each["dates"]} for name, case in cases.items()}

    assert len(days) >= 18
    assert [name for name, known in days.items() if real_norm["checked_on"] not in known] == []


def test_nobody_is_named_in_a_case(real_norm: Record) -> None:
    """A role and nothing more: each source of a case is one whose address is held back."""
    sources = real_norm["sources"]
    named = {name for case in real_norm["cases"].values() for name in case["sources"] if "url" in sources[name]}

    assert named == set()


def test_no_provider_is_named_as_a_source(real_norm: Record) -> None:
    """What a provider or a candidate says of itself stands under a role; the names of others are needed."""
    told = {key: each for key, each in real_norm["sources"].items() if each["kind"] in {"provider", "candidate"}}

    assert told
    assert [key for key, each in told.items() if "url" in each] == []
