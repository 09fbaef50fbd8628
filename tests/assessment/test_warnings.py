from assessment.rules.warnings import WARNING_LEVELS
from guide.validation.schemas import schema
from tests.assessment.cases import FULL, Judge


def test_the_most_serious_warning_comes_first(judge: Judge) -> None:
    profile = {**FULL, "is_audit_bureau": True, "certificates": ["iso_9001"], "services": ["advice"]}
    levels = [entry["level"] for entry in judge({**profile, "advice_is_cybersecurity": False})["warnings"]]
    assert sorted(levels, key=list(WARNING_LEVELS).index) == levels
    assert len(set(levels)) > 1


def test_the_schemas_know_every_level_in_the_order_of_the_rules() -> None:
    assert schema("common")["$defs"]["warning_level"]["enum"] == list(WARNING_LEVELS)


def test_every_level_has_a_word_and_no_word_is_left_over(messages: dict[str, str]) -> None:
    words = {name for name in messages if name.startswith("view.warnings.state.")}
    assert words == {f"view.warnings.state.{level}" for level in WARNING_LEVELS}
