"""Pages and the terms in them are found again as long as all that they are made of is as it was."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from assessment.wording import Wording
from guide import paths
from guide.disk_cache import Cache
from guide.pages import GlossaryLinks, PagesError, glossary_links, render, render_pages
from guide.paths import DOCS
from tests.guide.fail_if_called import fail_if_called

pytestmark = pytest.mark.usefixtures("cache_folder")


class TestPages:
    @pytest.fixture
    def prose(self, tmp_path: Path) -> Path:
        return Path(shutil.copytree(DOCS / "nl", tmp_path / "nl"))

    def test_they_are_the_same_as_when_they_are_made(
        self, real_norm: dict[str, Any], messages: Mapping[str, str], prose: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = render_pages(real_norm, messages, prose)
        assert render_pages(real_norm, messages, prose, cache=Cache()) == made
        monkeypatch.setattr(render, "_rendered", fail_if_called)

        assert render_pages(real_norm, messages, prose, cache=Cache()) == made

    def test_a_change_in_what_they_are_made_of_is_seen(
        self,
        real_norm: dict[str, Any],
        messages: Mapping[str, str],
        prose: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        templates = Path(shutil.copytree(paths.TEMPLATES, tmp_path / "templates"))
        monkeypatch.setattr(paths, "TEMPLATES", templates)
        render_pages(real_norm, messages, prose, cache=Cache())
        monkeypatch.setattr(render, "_rendered", fail_if_called)

        with pytest.raises(AssertionError, match="made anew"):
            render_pages({**real_norm, "version": "other"}, messages, prose, cache=Cache())
        with pytest.raises(AssertionError, match="made anew"):
            render_pages(real_norm, {**messages, "pages.site.title": "other"}, prose, cache=Cache())
        for path in (prose / "naslag/over.md", templates / "page_footer.md.j2"):
            before = path.read_bytes()
            path.write_bytes(before + b"more\n")
            with pytest.raises(AssertionError, match="made anew"):
                render_pages(real_norm, messages, prose, cache=Cache())
            path.write_bytes(before)
        assert render_pages(real_norm, messages, prose, cache=Cache()).pages

    def test_faults_are_told_each_time(
        self, real_norm: dict[str, Any], messages: Mapping[str, str], prose: Path
    ) -> None:
        render_pages(real_norm, messages, prose, cache=Cache())
        with (prose / "naslag/over.md").open("a", encoding="utf-8") as page:
            page.write("{{ fact('no-such-fact') }}\n")

        for _ in range(2):
            with pytest.raises(PagesError, match="no-such-fact"):
                render_pages(real_norm, messages, prose, cache=Cache())

    def test_they_are_made_of_nothing_else(
        self, real_norm: dict[str, Any], messages: Mapping[str, str], prose: Path
    ) -> None:
        """Whatever the renderers read is among what the pages are kept under."""
        render_pages(real_norm, messages, prose)  # loads the code
        read: set[Path] = set()
        listening = [True]

        def hear(event: str, given: tuple[Any, ...]) -> None:
            if listening and event == "open" and isinstance(given[0], (str, Path)):
                read.add(Path(given[0]).resolve())

        sys.addaudithook(hear)  # for good, so it is told when to stop
        try:
            render_pages(real_norm, messages, prose)
        finally:
            listening.clear()

        named = (prose, paths.TEMPLATES, paths.LICENCE)
        assert [path for path in read if not any(path.is_relative_to(folder.resolve()) for folder in named)] == []
        assert prose / "naslag/over.md" in read


class TestTerms:
    HTML = "<p>Een audit.</p>"

    def mark(
        self, norm: dict[str, Any], messages: Mapping[str, str], html: str = HTML, page: str = "naslag/kostprijs"
    ) -> str:
        return GlossaryLinks(norm, Wording(norm, messages, "nl"), Cache()).mark(page, html)

    def test_they_are_marked_once_and_a_change_is_seen(
        self, norm: dict[str, Any], messages: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        marked = self.mark(norm, messages)
        monkeypatch.setattr(glossary_links, "mark_terms", fail_if_called)

        assert "kmop-term" in marked
        assert self.mark(norm, messages) == marked
        other = {"term-check": norm["glossary"]["term-check"] | {"term": {"nl": "keuring"}}}
        with pytest.raises(AssertionError, match="made anew"):
            self.mark({**norm, "glossary": other}, messages)
        with pytest.raises(AssertionError, match="made anew"):
            self.mark(norm, messages, html="<p>De audit.</p>")
        with pytest.raises(AssertionError, match="made anew"):
            self.mark(norm, messages, page="naslag/procedure")

    def test_what_a_term_means_is_told_as_it_is_today(self, norm: dict[str, Any], messages: Mapping[str, str]) -> None:
        self.mark(norm, messages)
        term = norm["glossary"]["term-check"] | {"text": {"nl": "Een andere uitleg."}}
        other = norm | {"glossary": norm["glossary"] | {"term-check": term}}

        assert "Een andere uitleg." in self.mark(other, messages)
