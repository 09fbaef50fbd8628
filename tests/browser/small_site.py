"""The self-assessment over another norm: the small one, which asks all in one group, or the made-up official one.

A site of its own would take long to build. Its form, its norm and its words take the place of ours in a copy of the
built site.
"""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markdown import Markdown

from assessment.names import named_messages
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

__all__ = ["NORM", "copy_with_norm", "copy_with_the_small_norm"]

Record = dict[str, Any]
NORM: Record = checked_norm(SMALL_NORM)
# What the template of the form writes, but for the scripts, whose names the build makes.
FORM = re.compile(r'<noscript>\s*<p class="?kmop-noscript.*(?=<script[^>]*assets/kmop/app)', re.DOTALL)


def copy_with_the_small_norm(target: Path) -> Path:
    """Copy what the self-assessment needs of the built site, with the small norm in it, and return where it is."""
    return copy_with_norm(NORM, target)


def copy_with_norm(norm: Record, target: Path) -> Path:
    """The same with any norm in it."""
    shutil.copytree(SITE / "assets", target / "assets")
    page = target / PATH / "index.html"
    page.parent.mkdir()
    messages = named_messages(load_messages("nl"), norm, "nl")
    page.write_text(_replaced((SITE / PATH / "index.html").read_text("utf-8"), _form(norm, messages)), "utf-8")
    for name, content in (("norm", _known(norm)), ("messages", messages)):
        (path,) = target.glob(f"assets/runtime/*/{name}.json")
        path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return target


def _known(norm: Record) -> Record:
    return {key: value for key, value in norm.items() if key not in UNUSED}


def _form(norm: Record, messages: Mapping[str, str]) -> str:
    """The form as HTML; its links into the guide lead nowhere, since there is none."""
    index = Index({**norm, "host": {}, "updated_on": norm["checked_on"]})
    layout = Layout(index, Wording(norm, messages), Prose(paths.DOCS / "nl", Wording(norm, messages)))
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
