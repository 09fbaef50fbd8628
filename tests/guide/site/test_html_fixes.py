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
