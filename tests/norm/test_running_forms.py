"""What is put into a sentence has a form for it: no title in the middle of one."""

from collections.abc import Mapping

import pytest

from assessment import present
from tests.assessment.cases import FULL, Judge, Record


@pytest.mark.parametrize("kind", ["conditions", "exemptions", "requirements"])
def test_what_sentences_name_has_a_running_form(real_norm: Record, kind: str) -> None:
    forms = {name: element.get("in_sentence", {}).get("nl", "") for name, element in real_norm[kind].items()}
    assert [name for name, form in forms.items() if not form] == []
    assert [form for form in forms.values() if form[0].isupper() or form.endswith(".")] == []


def test_each_number_that_the_cost_depends_on_has_a_running_form(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    report = judge({**FULL, "application": "renewal"})
    fields = {line["per"]["field"] for line in real_norm["cost"]["model"]["lines"] if "per" in line}
    assert {entry["field"] for entry in report["cost"]["covers"]} == fields
    sections = present(report, real_norm, messages, {})["sections"]
    intro = next(part["intro"] for part in sections if part["id"] == "cost")
    assert intro.endswith(
        "Het kan duurder worden vanaf 3 vestigingen in België, vanaf 2 vestigingen in het buitenland, vanaf 11 mensen "
        "die u inzet en vanaf 101 kmo-portefeuilledossiers in twaalf maanden."
    )
