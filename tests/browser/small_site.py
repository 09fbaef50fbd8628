"""The self-assessment over the small norm, which has other requirements and asks everything in one group.

Pages that people wrote by hand are about our own norm, so that no site of the small one can be built. Its form and its
norm take the place of ours in a copy of the built site.
"""

import json
import re
import shutil
from pathlib import Path
from typing import Any

from markdown import Markdown

from assessment.wording import Wording
from guide import paths
from guide.catalogue import load_messages
from guide.pages.element_index import Index
from guide.pages.layout import Layout
from guide.pages.prose import Prose
from guide.runtime.build import UNUSED
from tests.browser.assessment_page import PATH
from tests.browser.paths import SITE
from tests.norms import SMALL_NORM, checked_norm

__all__ = ["NORM", "copy_with_the_small_norm"]

NORM: dict[str, Any] = checked_norm(SMALL_NORM)
# What the template of the form writes, but for the scripts, whose names the build makes.
FORM = re.compile(r'<noscript>\s*<p class="?kmop-noscript.*(?=<script[^>]*assets/kmop/app)', re.DOTALL)


def copy_with_the_small_norm(target: Path) -> Path:
    """Copy what the self-assessment needs of the built site, with the small norm in it, and return where it is."""
    shutil.copytree(SITE / "assets", target / "assets")
    page = target / PATH / "index.html"
    page.parent.mkdir()
    page.write_text(_replaced((SITE / PATH / "index.html").read_text("utf-8"), _form()), "utf-8")
    (norm,) = target.glob("assets/runtime/*/norm.json")
    known = {key: value for key, value in NORM.items() if key not in UNUSED}
    norm.write_text(json.dumps(known, ensure_ascii=False), "utf-8")
    return target


def _form() -> str:
    """The form as HTML; its links into the guide lead nowhere, since there is none."""
    named = {f"pages.requirement_page.{name}": name for name in NORM["requirements"]}
    messages = {**load_messages("nl"), **named}
    index = Index({**NORM, "host": {}, "updated_on": NORM["checked_on"]})
    layout = Layout(index, Wording(NORM, messages), Prose(paths.DOCS / "nl", Wording(NORM, messages)))
    _, markdown = layout.write(PATH.strip("/"), None)
    return re.sub(
        r'href="(element|page|field):[^"]*"', 'href="#"', Markdown(extensions=["attr_list"]).convert(markdown)
    )


def _replaced(page: str, ours: str) -> str:
    """A page with the form of another one."""
    (form,) = FORM.findall(ours)
    whole, count = FORM.subn(lambda _: form, page)
    assert count == 1
    return whole
