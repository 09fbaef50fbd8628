"""An address of mail in the text of a page is a link."""

import pytest

from guide.pages.mail_links import link_mail


def test_an_address_in_the_text_is_a_link() -> None:
    linked = 'Mail naar <a href="mailto:a.b@example.be">a.b@example.be</a>.'
    assert link_mail("<p>Mail naar a.b@example.be.</p>") == f"<p>{linked}</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<a href="mailto:a@example.be">a@example.be</a>',
        '<a href="mailto:a@example.be"><b>a@example.be</b></a>',
        '<p title="1 > 0: a@example.be">Mail</p>',
        "<textarea>a@example.be</textarea>",
        '<script type="application/json">{"mail": "a@example.be"}</script>',
        "<p>twee @ tekens</p>",
    ],
)
def test_elsewhere_it_stays_as_it_is(html: str) -> None:
    assert link_mail(html) == html
