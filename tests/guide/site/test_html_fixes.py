"""What the theme gets wrong is mended on each page."""

from guide.site.html_fixes import fix_html

PAGE = (
    '<main class="md-main" data-md-component="main"><nav>Menu</nav>'
    '<div class="md-content" data-md-component="content"><article><article>Eén</article></article>\n</div>'
    "<script></script></main><footer></footer>"
)


def test_the_main_part_of_a_page_is_its_article_and_not_the_menu_before_it() -> None:
    assert fix_html(PAGE) == (
        '<div class="md-main" data-md-component="main"><nav>Menu</nav>'
        '<main class="md-content" data-md-component="content"><article><article>Eén</article></article>\n</main>'
        "<script></script></div><footer></footer>"
    )


def test_a_button_that_has_a_name_in_words_says_nothing_of_its_picture() -> None:
    button = '<label class="md-header__button md-icon" for="__search"><span>Zoeken</span><svg x></svg></label>'

    assert fix_html(button) == button.replace("<svg ", '<svg aria-hidden="true" ')
