"""A figure and what it counts stay on one line."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from guide.pages.non_breaking_spaces import unbroken, unbroken_html


def test_no_line_ends_between_a_figure_and_what_it_counts() -> None:
    assert unbroken("30 % of 5 jaar") == "30\N{NO-BREAK SPACE}% of 5\N{NO-BREAK SPACE}jaar"


def test_between_two_figures_a_line_may_end() -> None:
    assert unbroken("in 2024 2 dagen") == "in 2024 2\N{NO-BREAK SPACE}dagen"


def test_after_a_year_a_line_may_end() -> None:
    assert unbroken("1 juli 2013 moet") == "1\N{NO-BREAK SPACE}juli 2013 moet"


def test_in_html_only_what_is_read_stays_on_one_line() -> None:
    read, whole = '<p title="1 dag">{} <b>3 %</b></p><script>f(1 in x)</script>', "30\N{NO-BREAK SPACE}%"

    assert unbroken_html(read.format("30 %")) == read.format(whole).replace("3 %<", "3\N{NO-BREAK SPACE}%<")


def test_answers_and_situations_keep_their_figures_whole(trees: Mapping[str, Element]) -> None:
    for page, figure in (("vragen/na-de-audit", "30 %"), ("situatie/opleiding", "5 jaar"), ("audit/bezoek", "4 weken")):
        said = "".join(trees[page].itertext())
        assert unbroken(figure) in said, page
        assert figure not in said, page
