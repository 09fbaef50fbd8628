"""Text as it is read, with the place of each character in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.texts.html_text import read_html
from assessment.texts.readable import Readable, read_markdown, read_plain
from assessment.texts.sentences import sentence_spans
from assessment.texts.tokens import tokens_of
from assessment.texts.vocabulary import Vocabulary

WORDS = Vocabulary({"units": [{"kind": "percent", "times": 1, "words": ["%"]}], "abbreviations": ["max"]})


def sentences(text: str) -> list[str]:
    tokens = tokens_of(text)
    return [text[tokens[first].start : tokens[end - 1].end] for first, end in sentence_spans(text, tokens, WORDS)]


def at(readable: Readable, source: str, words: str) -> str:
    """What stands in the file where these words are read."""
    start = readable.text.index(words)
    first, last = readable.place(start, start + len(words))
    return source[first:last]


def test_what_nobody_sees_is_gone_and_the_place_is_kept() -> None:
    source = "sub\u00adsidie: \u201c30\u00a0%\u201d"
    readable = read_plain(source)
    assert readable.text == 'subsidie: "30 %"'
    assert at(readable, source, "subsidie") == "sub\u00adsidie"


def test_html_is_read_without_tags_scripts_and_styles() -> None:
    source = "<style>p{}</style><p>Steun: <b>30</b>&nbsp;&#37;</p><script>40 %</script>"
    assert read_html(source).text.split() == ["Steun:", "30", "%"]


def test_html_has_the_place_of_each_word_also_behind_lines_and_entities() -> None:
    source = "<p>Caf&eacute;\n<em>Groot</em> krijgt\n30&nbsp;%</p>"
    readable = read_html(source)
    assert at(readable, source, "Groot") == "Groot"
    assert at(readable, source, "30") == "30"


def test_a_block_of_html_ends_a_sentence_and_a_cell_does_not() -> None:
    readable = read_html("<table><tr><td>klein</td><td>30 %</td></tr><tr><td>groot</td></tr></table>")
    assert [each.split() for each in sentences(readable.text)] == [["klein", "|", "30", "%"], ["groot"]]


def test_markdown_is_read_without_its_marks() -> None:
    source = "## Prijs\n\nU krijgt **30 %** [steun](https://example.org/40%20procent)."
    assert read_markdown(source).text == "Prijs\n\nU krijgt 30 % steun."


def test_a_line_that_was_wrapped_is_no_end() -> None:
    text = "Een kleine onderneming krijgt voor deze opleiding van twee dagen\n30 % steun."
    assert len(sentences(text)) == 1


@pytest.mark.parametrize(
    "text", ["- een\n- twee", "Een titel\n\nEen zin.", "Max. 3 mensen. Dan niet.", "Naam: Jan\nPrijs: 3"]
)
def test_bullets_titles_stops_and_labels_end_a_sentence(text: str) -> None:
    assert len(sentences(text)) == 2


def test_a_figure_on_a_line_of_its_own_belongs_to_the_line_above() -> None:
    assert len(sentences("Kleine onderneming\n40 %\nMiddelgrote onderneming\n30 %")) == 2


@given(st.text(alphabet="<>&;/!-abp= \n\"'#x3%", max_size=80))
def test_any_html_is_read_and_its_places_lie_in_the_file(source: str) -> None:
    readable = read_html(source)
    assert len(readable.offsets) == len(readable.text) + 1
    assert all(0 <= each <= len(source) for each in readable.offsets)
