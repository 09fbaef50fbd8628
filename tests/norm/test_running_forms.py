"""What is put into a sentence has a form for it: no title in the middle of one."""

import pytest

from tests.assessment.cases import Record


@pytest.mark.parametrize("kind", ["conditions", "exemptions", "requirements"])
def test_what_sentences_name_has_a_running_form(real_norm: Record, kind: str) -> None:
    forms = {name: element.get("in_sentence", {}).get("nl", "") for name, element in real_norm[kind].items()}
    assert [name for name, form in forms.items() if not form] == []
    assert [form for form in forms.values() if form[0].isupper() or form.endswith(".")] == []
