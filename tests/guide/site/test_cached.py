"""The words, the norm and its pages are recalled as long as all that they are made of is as it was."""

import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from guide import cache, paths
from guide.catalogue import CatalogueError, load_messages
from guide.documents.document import Document
from guide.loader import load_norm
from guide.pages import PagesError
from guide.paths import ROOT
from guide.site import cached
from guide.site.cached import RecalledTerms, recalled_guide, recalled_messages, recalled_norm, recalled_verdict
from tests.guide.fail_if_called import fail_if_called
from tests.norms import SMALL_NORM

pytestmark = pytest.mark.usefixtures("cache_folder")


class TestNorm:
    @pytest.fixture
    def norm(self, tmp_path: Path) -> Path:
        return Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))

    def test_it_is_the_same_as_when_it_is_read(self, norm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        read = recalled_norm(norm)
        monkeypatch.setattr("guide.loader.load_norm", fail_if_called)

        recalled = recalled_norm(norm)

        assert json.dumps(recalled.norm) == json.dumps(read.norm)
        assert recalled.faults == read.faults == []

    def test_a_change_is_seen(self, norm: Path) -> None:
        recalled_norm(norm)
        path = norm / "norm.yaml"
        path.write_text(path.read_text("utf-8").replace("version: ", "version: 20"), encoding="utf-8")
        changed = recalled_norm(norm)

        assert changed.faults != []

    def test_faults_are_told_each_time(self, norm: Path) -> None:
        recalled_norm(norm)
        (norm / "strange.yaml").write_text("a: 1\n", encoding="utf-8")

        told = [recalled_norm(norm) for _ in range(2)]

        assert [each.norm for each in told] == [None, None]
        assert told[0].faults == told[1].faults != []

    def test_what_was_saved_while_it_was_read_is_not_taken_for_what_was_there_before(
        self, norm: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = norm / "cost.yaml"
        before = path.read_bytes()

        def saving(folder: Path, *judge: Any) -> Any:
            loaded = load_norm(folder, *judge)
            path.write_bytes(before + b"\n")
            return loaded

        monkeypatch.setattr("guide.loader.load_norm", saving)
        recalled_norm(norm)
        path.write_bytes(before)
        monkeypatch.setattr("guide.loader.load_norm", fail_if_called)

        with pytest.raises(AssertionError, match="made anew"):
            recalled_norm(norm)


class TestPages:
    @pytest.fixture
    def prose(self, tmp_path: Path) -> Path:
        return Path(shutil.copytree(ROOT / "docs" / "nl", tmp_path / "nl"))

    def test_they_are_the_same_as_when_they_are_made(
        self, real_norm: dict[str, Any], prose: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        messages = load_messages("nl")
        made = cached._made(real_norm, messages, prose, "nl")  # noqa: SLF001 - without what is kept
        assert recalled_guide(real_norm, messages, prose, "nl") == made
        monkeypatch.setattr(cached, "_made", fail_if_called)

        assert recalled_guide(real_norm, messages, prose, "nl") == made

    def test_a_change_in_what_they_are_made_of_is_seen(
        self, real_norm: dict[str, Any], prose: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        templates = Path(shutil.copytree(paths.TEMPLATES, tmp_path / "templates"))
        monkeypatch.setattr(paths, "TEMPLATES", templates)
        messages = load_messages("nl")
        recalled_guide(real_norm, messages, prose, "nl")
        monkeypatch.setattr(cached, "_made", fail_if_called)

        with pytest.raises(AssertionError, match="made anew"):
            recalled_guide({**real_norm, "version": "other"}, messages, prose, "nl")
        with pytest.raises(AssertionError, match="made anew"):
            recalled_guide(real_norm, {**messages, "pages.site.title": "other"}, prose, "nl")
        for path in (prose / "over.md", templates / "page_footer.md.j2"):
            before = path.read_bytes()
            path.write_bytes(before + b"more\n")
            with pytest.raises(AssertionError, match="made anew"):
                recalled_guide(real_norm, messages, prose, "nl")
            path.write_bytes(before)
        assert recalled_guide(real_norm, messages, prose, "nl").pages.pages

    def test_faults_are_told_each_time(self, real_norm: dict[str, Any], prose: Path) -> None:
        messages = load_messages("nl")
        recalled_guide(real_norm, messages, prose, "nl")
        with (prose / "over.md").open("a", encoding="utf-8") as page:
            page.write("{{ fact('no-such-fact') }}\n")

        for _ in range(2):
            with pytest.raises(PagesError, match="no-such-fact"):
                recalled_guide(real_norm, messages, prose, "nl")

    def test_they_are_made_of_nothing_else(self, real_norm: dict[str, Any], prose: Path) -> None:
        """Whatever the renderers read is among what the pages are kept under."""
        messages = load_messages("nl")
        recalled_guide(real_norm, messages, prose, "nl")  # loads the code
        read: set[Path] = set()
        listening = [True]

        def hear(event: str, given: tuple[Any, ...]) -> None:
            if listening and event == "open" and isinstance(given[0], (str, Path)):
                read.add(Path(given[0]).resolve())

        sys.addaudithook(hear)  # for good, so it is told when to stop
        try:
            cached._made(real_norm, messages, prose, "nl")  # noqa: SLF001 - without what is kept
        finally:
            listening.clear()

        named = (prose, paths.TEMPLATES, paths.LICENCE, paths.KEPT)
        assert [path for path in read if not any(path.is_relative_to(folder.resolve()) for folder in named)] == []
        assert prose / "over.md" in read

    def test_terms_are_marked_once_and_a_change_is_seen(
        self, norm: dict[str, Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        messages = load_messages("nl")
        marked = RecalledTerms(norm, messages, "nl").mark("kostprijs", "<p>Een audit.</p>")
        monkeypatch.setattr(cached, "mark_terms", fail_if_called)
        again = RecalledTerms(norm, messages, "nl")

        assert "kmop-term" in marked
        assert again.mark("kostprijs", "<p>Een audit.</p>") == marked
        other = {"term-check": norm["glossary"]["term-check"] | {"term": {"nl": "keuring"}}}
        of_another = RecalledTerms({**norm, "glossary": other}, messages, "nl")
        for terms, page, html in (
            (again, "kostprijs", "<p>De audit.</p>"),
            (again, "procedure", "<p>Een audit.</p>"),
            (of_another, "kostprijs", "<p>Een audit.</p>"),
        ):
            with pytest.raises(AssertionError, match="made anew"):
                terms.mark(page, html)

    def test_what_a_term_means_is_told_as_it_is_today(self, norm: dict[str, Any]) -> None:
        messages = load_messages("nl")
        RecalledTerms(norm, messages, "nl").mark("kostprijs", "<p>Een audit.</p>")
        term = norm["glossary"]["term-check"] | {"text": {"nl": "Een andere uitleg."}}
        other = norm | {"glossary": norm["glossary"] | {"term-check": term}}

        assert "Een andere uitleg." in RecalledTerms(other, messages, "nl").mark("kostprijs", "<p>Een audit.</p>")


class TestMessages:
    def test_they_are_read_once_and_a_change_is_seen(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "nl").mkdir()
        (tmp_path / "nl" / "one.yaml").write_text("word: een\n", encoding="utf-8")
        monkeypatch.setattr(paths, "MESSAGES", tmp_path)
        first = recalled_messages("nl")
        with monkeypatch.context() as later:
            later.setattr(cached, "load_messages", fail_if_called)
            assert recalled_messages("nl") == first == {"one.word": "een"}

        (tmp_path / "nl" / "one.yaml").write_text("word: twee\n", encoding="utf-8")

        assert recalled_messages("nl") == {"one.word": "twee"}

    def test_faults_are_told_each_time(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "nl").mkdir()
        (tmp_path / "nl" / "one.yaml").write_text("word: 1\n", encoding="utf-8")
        monkeypatch.setattr(paths, "MESSAGES", tmp_path)

        for _ in range(2):
            with pytest.raises(CatalogueError, match="message_not_text"):
                recalled_messages("nl")


class TestVerdicts:
    WANTED: Mapping[str, Any] = {"properties": {"amount": {"enum": [1, 2]}}}

    def document(self, **data: Any) -> Document:
        return Document("some.yaml", data)

    def test_what_holds_to_its_schema_is_judged_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert recalled_verdict(self.document(amount=1), self.WANTED) == []
        monkeypatch.setattr("guide.norm.files.judge", fail_if_called)

        assert recalled_verdict(self.document(amount=1), self.WANTED) == []

    @pytest.mark.parametrize(
        ("data", "wanted"),
        [({"amount": 2}, WANTED), ({"amount": True}, WANTED), ({"amount": 1.0}, WANTED), ({"amount": 1}, {})],
        ids=["another", "of another type", "written otherwise", "another schema"],
    )
    def test_anything_else_is_judged_anew(
        self, data: dict[str, Any], wanted: dict[str, Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        recalled_verdict(self.document(amount=1), self.WANTED)
        monkeypatch.setattr("guide.norm.files.judge", fail_if_called)

        with pytest.raises(AssertionError, match="made anew"):
            recalled_verdict(self.document(**data), wanted)

    @pytest.mark.parametrize(
        "changed", ["guide/validation/schema_faults.py", "guide/validation/schemas.py", "schemas/glossary.schema.json"]
    )
    def test_with_another_checker_or_schema_all_is_judged_anew(
        self, changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        recalled_verdict(self.document(amount=1), self.WANTED)
        for folder in (*cache.CODE, "schemas"):
            shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
        with (tmp_path / changed).open("a") as file:
            file.write("\n")
        monkeypatch.setattr(paths, "ROOT", tmp_path)
        monkeypatch.setattr(cache, "tools", cache.tools.__wrapped__)
        monkeypatch.setattr("guide.norm.files.judge", fail_if_called)

        with pytest.raises(AssertionError, match="made anew"):
            recalled_verdict(self.document(amount=1), self.WANTED)

    def test_faults_are_told_each_time(self) -> None:
        for _ in range(2):
            (fault,) = recalled_verdict(self.document(amount=3), self.WANTED)
            assert fault.path == "amount"
