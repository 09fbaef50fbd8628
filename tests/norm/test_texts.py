"""What the rules of the text check propose: a wording to copy, or advice to whoever wrote the text."""

from tests.assessment.cases import Record

# How we tell a provider what to do; what a text says to a customer begins otherwise.
ADVICE = ("Bied", "Kijk na", "Laat", "Noem", "Schrijf DV", "Vergelijk", "Voeg toe", "Zet")


def test_what_can_stand_in_a_text_is_no_advice_and_all_the_rest_is(real_norm: Record) -> None:
    rules = real_norm["texts"]["rules"]
    assert {name for name, rule in rules.items() if not rule["better"]["nl"].startswith(ADVICE)} == {
        name for name, rule in rules.items() if rule.get("can_stand", False)
    }
