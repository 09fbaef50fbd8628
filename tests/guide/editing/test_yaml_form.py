"""One form of YAML: it says the same, and nothing more changes the second time."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guide.editing.yaml_form import FormError, formatted
from tests.norms import SMALL_NORM


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("a:   1\nb:\n- x\n-   y\n", "a: 1\nb:\n  - x\n  - y\n"),
        ("a: [x,y, {b: c}]   \n", "a: [x, y, {b: c}]\n"),
        ("# head\na: 'x' # beside\n\n\nb: \"y\"\n", "# head\na: 'x' # beside\n\n\nb: \"y\"\n"),
        ("a: 1.10\nb: 2026-01-01\nc: yes\nd: 012\n", "a: 1.10\nb: 2026-01-01\nc: yes\nd: 012\n"),
        ("a: >-\n      one\n      two\n\n      three\n", "a: >-\n  one\n  two\n\n  three\n"),
    ],
)
def test_the_form_is_as_the_norm_is_written(text: str, form: str) -> None:
    assert formatted(text) == form


def test_what_has_the_form_stays_as_it_is() -> None:
    files = sorted(SMALL_NORM.rglob("*.yaml"))
    assert files
    assert [file.name for file in files if formatted(file.read_text("utf-8")) != file.read_text("utf-8")] == []


def test_a_comment_that_would_be_lost_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.editing.yaml_form._comments", lambda text: [text])
    with pytest.raises(FormError):
        formatted("a:  1 # beside\n")


_words = st.text("ab é:#'\"-{[,&*!|>%@", min_size=1, max_size=6)
_values = st.recursive(
    st.one_of(_words, st.integers(), st.booleans()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_words, inner, max_size=3)),
    max_leaves=8,
)


@given(st.dictionaries(_words, _values, min_size=1, max_size=4), st.sampled_from([None, True, False]))
def test_the_form_says_the_same_and_is_stable(data: dict[str, Any], flow: bool | None) -> None:
    text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True, indent=7)
    once = formatted(text)
    assert yaml.safe_load(once) == data
    assert formatted(once) == once
