"""Whoever goes through a page with the Tab key says what nobody could see: here on a page full of faults."""

from playwright.sync_api import Page

from tests.browser.tab_walk import walked

FAULTY = """
<style>
  a:focus { outline: 2px solid red }
  p { position: relative }
  .over::after, .over i { content: ""; inset: 0; position: absolute }
  .shut { height: 0; overflow: hidden }
  #ringless:focus { outline: none }
  label:focus-within { outline: 2px solid red }
  label input { height: 1px; opacity: 0; position: absolute; width: 1px }
</style>
<p><a href="#a" id="plain">een</a> en <a href="#b" id="long">een lange verwijzing</a></p>
<p><label><input type="checkbox" id="drawn"> twee</label></p>
<p class="over"><a href="#c" id="under-its-paragraph">drie</a></p>
<p><a href="#d" id="under-its-neighbour">vier</a><span class="over"><i></i></span></p>
<div class="shut"><a href="#e" id="shut-away">vijf</a></div>
<p><a href="#f" id="ringless">zes</a></p>
"""


def test_a_walk_tells_what_nobody_could_see(page: Page) -> None:
    page.set_content(FAULTY)

    met = walked(page)

    assert met["left"]
    assert met["missed"] == []
    assert [name.split()[1] for name in met["unseen"]] == [
        "under-its-paragraph",
        "under-its-neighbour",
        "shut-away",
        "ringless",
    ]
