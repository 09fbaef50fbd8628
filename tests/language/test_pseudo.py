"""The language that nobody speaks keeps what a translator would keep, and its brackets show what is missed."""

from string import Formatter

from hypothesis import given
from hypothesis import strategies as st

from guide.catalogue import LANGUAGE, load_messages
from tests.language.brackets import outside, unbracketed
from tests.language.pseudo import (
    KEPT,
    LANGUAGE_TAG,
    LONGER,
    longer,
    pseudo,
    pseudo_markdown,
    pseudo_texts,
    pseudo_theme,
)


def fields(text: str) -> list[tuple[str, str]]:
    """What a message asks to be filled in, and in which way."""
    parts = Formatter().parse(text)
    return [(field, (kind or "").partition(" ")[0]) for _, field, kind, _ in parts if field is not None]


def test_messages_keep_their_placeholders_and_stand_in_brackets() -> None:
    texts = [text for name, text in load_messages(LANGUAGE).items() if not KEPT.fullmatch(name)]

    assert len(texts) > 500
    assert [text for text in texts if fields(text) != fields(pseudo(text)) or [*outside([pseudo(text)])]] == []


@given(st.text(alphabet="abcdeo ,.", min_size=10).filter(lambda text: any(map(str.isalpha, text))))
def test_a_text_grows_by_four_tenths_at_least(text: str) -> None:
    assert len(longer(text)) >= round(len(text) * LONGER)


def test_words_in_a_placeholder_are_bracketed_too() -> None:
    assert pseudo("{n:plural dag/dagen}") == "⟦{n:plural ⟦daag⟧/⟦daageen⟧}⟧"


def test_prose_keeps_its_links_and_calls() -> None:
    assert pseudo_markdown('## Wat\n\n{{ facts("visit") }}\n\n- Zie [de gids](page:over).\n') == (
        '## ⟦Waat⟧ { #wat }\n\n{{ facts("visit") }}\n\n- ⟦Ziiee [dee giidss](page:over).⟧\n'
    )


def test_a_heading_keeps_the_place_and_the_class_that_its_writer_gave_it() -> None:
    assert pseudo_markdown("## Wat { #why }\n## Wat {: .aside }\n") == "## ⟦Waat⟧ { #why }\n## ⟦Waat⟧ { #wat .aside }\n"


def test_a_sentence_that_prose_hands_to_a_call_is_turned_and_names_stay() -> None:
    assert pseudo_markdown('{{ question("Wie dan?", "a-b", "c-d", read="weg") }}') == (
        '{{ question("⟦Wiiee daan?⟧", "a-b", "c-d", read="weg") }}\n'
    )


def test_an_address_has_no_brackets() -> None:
    assert pseudo_texts({"page": {"nl": "starter"}}) == {"page": {"nl": "starter", LANGUAGE_TAG: "starter"}}


def test_texts_by_language_get_one_more() -> None:
    assert pseudo_texts({"text": {"nl": "ja"}, "id": "x"}) == {"text": {"nl": "ja", LANGUAGE_TAG: "⟦jaa⟧"}, "id": "x"}


def test_the_themes_settings_stay() -> None:
    assert pseudo_theme('"language": "nl",\n"nav": "Menu",\n"search.config.lang": "nl"') == (
        '"language": "qps",\n"nav": "⟦Meenuu⟧",\n"search.config.lang": "nl"'
    )


def test_what_stands_outside_of_brackets_is_found() -> None:
    page = '<p title="kijk">⟦een <b>twee</b> ⟦drie⟧ vier⟧ vijf, 6 <i>A</i></p><script>nee</script><img alt="⟦zes⟧">'

    assert unbracketed(page) == ["vijf, 6", "kijk"]
