"""What an earlier build kept: found again as long as all is as it was, and never otherwise."""

import json
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from jinja2 import DictLoader, Environment

from guide import kept, recalling
from guide.kept import Kept
from guide.kept_templates import KeptTemplates
from guide.loading import load_norm
from guide.look import LookFault, make_look, styles
from guide.messages import CatalogueError, load_messages
from guide.pages import PagesError
from guide.recalling import RecalledTerms, recalled_guide, recalled_messages, recalled_norm, recalled_verdict
from guide.runtime import RuntimeFault, bundle, rules
from guide.runtime.bundle import Bundle, as_script, write_service_worker
from guide.runtime.making import NODE_MODULES, SOURCES
from guide.runtime.rules import write_rules
from guide.source import Document
from tests.guide.broken_norms import SMALL_NORM

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kept"
    monkeypatch.setattr(kept, "CACHE", folder)
    return folder


def unread(*_: object) -> Any:
    raise AssertionError("made anew")


@pytest.fixture(scope="module")
def real_norm() -> dict[str, Any]:
    return load_norm(ROOT / "norm").norm or {}


class TestPlace:
    def test_the_same_things_find_what_was_kept(self) -> None:
        Kept("words", [b"one", b"two"]).put(b"made")

        assert Kept("words", [b"one", b"two"]).get() == b"made"

    @pytest.mark.parametrize("made_of", [[b"one", b"too"], [b"onet", b"wo"], [b"two", b"one"], [b"one"], []])
    def test_other_things_find_nothing(self, made_of: list[bytes]) -> None:
        Kept("words", [b"one", b"two"]).put(b"made")

        assert Kept("words", made_of).get() is None

    def test_other_tools_find_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        Kept("words", [b"one"]).put(b"made")
        monkeypatch.setattr(kept, "tools", lambda: "others")

        assert Kept("words", [b"one"]).get() is None

    @pytest.mark.parametrize("changed", ["assessment/report.py", "guide/yaml_source.py", "schemas/common.schema.json"])
    def test_the_code_is_among_the_tools(self, changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for package in (*kept.CODE, "schemas"):
            shutil.copytree(ROOT / package, tmp_path / package)
        monkeypatch.setattr(kept, "ROOT", tmp_path)
        before = kept.tools.__wrapped__()
        path = tmp_path / changed
        path.write_bytes(path.read_bytes() + b"\n")

        assert kept.tools.__wrapped__() != before

    def test_what_is_installed_is_among_the_tools(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        before = kept.tools.__wrapped__()
        (tmp_path / "something-1.0.dist-info").mkdir()
        monkeypatch.syspath_prepend(tmp_path)

        assert kept.tools.__wrapped__() != before

    def test_what_was_used_last_stays(self, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(kept, "MOST", 2)
        for name in (b"one", b"two"):
            Kept("numbers", [name]).put(name)
        for path in (cache / "numbers").iterdir():
            os.utime(path, (1, 1))
        assert Kept("numbers", [b"one"]).get() == b"one"
        kept._thin_out.cache_clear()  # noqa: SLF001 - as another process would begin
        Kept("numbers", [b"three"]).put(b"three")

        assert [Kept("numbers", [name]).get() for name in (b"one", b"two", b"three")] == [b"one", None, b"three"]


class TestNorm:
    @pytest.fixture
    def norm(self, tmp_path: Path) -> Path:
        return Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))

    def test_it_is_the_same_as_when_it_is_read(self, norm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        read = recalled_norm(norm)
        monkeypatch.setattr("guide.loading.load_norm", unread)

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

        monkeypatch.setattr("guide.loading.load_norm", saving)
        recalled_norm(norm)
        path.write_bytes(before)
        monkeypatch.setattr("guide.loading.load_norm", unread)

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
        made = recalled_guide(real_norm, messages, prose, "nl")
        monkeypatch.setattr(recalling, "_made", unread)

        assert recalled_guide(real_norm, messages, prose, "nl") == made

    def test_a_change_in_what_they_are_made_of_is_seen(
        self, real_norm: dict[str, Any], prose: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        templates = Path(shutil.copytree(recalling.TEMPLATES, tmp_path / "templates"))
        monkeypatch.setattr(recalling, "TEMPLATES", templates)
        messages = load_messages("nl")
        recalled_guide(real_norm, messages, prose, "nl")
        monkeypatch.setattr(recalling, "_made", unread)

        with pytest.raises(AssertionError, match="made anew"):
            recalled_guide({**real_norm, "version": "other"}, messages, prose, "nl")
        with pytest.raises(AssertionError, match="made anew"):
            recalled_guide(real_norm, {**messages, "pages.site.title": "other"}, prose, "nl")
        for path in (prose / "over.md", templates / "ending.md.j2"):
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
            recalling._made(real_norm, messages, prose, "nl")  # noqa: SLF001 - without what is kept
        finally:
            listening.clear()

        named = (prose, recalling.TEMPLATES, recalling.LICENCE, kept.CACHE)
        assert [path for path in read if not any(path.is_relative_to(folder.resolve()) for folder in named)] == []
        assert prose / "over.md" in read

    def test_terms_are_marked_once_and_a_change_is_seen(
        self, real_norm: dict[str, Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        messages = load_messages("nl")
        marked = RecalledTerms(real_norm, messages, "nl").mark("kostprijs", "<p>Een auditbureau.</p>")
        monkeypatch.setattr(recalling, "mark_terms", unread)
        again = RecalledTerms(real_norm, messages, "nl")

        assert "kmop-term" in marked
        assert again.mark("kostprijs", "<p>Een auditbureau.</p>") == marked
        fewer = {name: term for name, term in real_norm["glossary"].items() if name != "term-auditbureau"}
        of_another = RecalledTerms({**real_norm, "glossary": fewer}, messages, "nl")
        for terms, page, html in (
            (again, "kostprijs", "<p>Het auditbureau.</p>"),
            (again, "procedure", "<p>Een auditbureau.</p>"),
            (of_another, "kostprijs", "<p>Een auditbureau.</p>"),
        ):
            with pytest.raises(AssertionError, match="made anew"):
                terms.mark(page, html)

    def test_what_a_term_means_is_told_as_it_is_today(self, real_norm: dict[str, Any]) -> None:
        messages = load_messages("nl")
        RecalledTerms(real_norm, messages, "nl").mark("kostprijs", "<p>Een auditbureau.</p>")
        term = real_norm["glossary"]["term-auditbureau"] | {"text": {"nl": "Een andere uitleg."}}
        other = real_norm | {"glossary": real_norm["glossary"] | {"term-auditbureau": term}}

        assert "Een andere uitleg." in RecalledTerms(other, messages, "nl").mark("kostprijs", "<p>Een auditbureau.</p>")


class TestMessages:
    def test_they_are_read_once_and_a_change_is_seen(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "nl").mkdir()
        (tmp_path / "nl" / "one.yaml").write_text("word: een\n", encoding="utf-8")
        monkeypatch.setattr(recalling, "MESSAGES", tmp_path)
        monkeypatch.setattr(recalling, "load_messages", lambda language: load_messages(language, root=tmp_path))
        first = recalled_messages("nl")
        with monkeypatch.context() as later:
            later.setattr(recalling, "load_messages", unread)
            assert recalled_messages("nl") == first == {"one.word": "een"}

        (tmp_path / "nl" / "one.yaml").write_text("word: twee\n", encoding="utf-8")

        assert recalled_messages("nl") == {"one.word": "twee"}

    def test_faults_are_told_each_time(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "nl").mkdir()
        (tmp_path / "nl" / "one.yaml").write_text("word: 1\n", encoding="utf-8")
        monkeypatch.setattr(recalling, "MESSAGES", tmp_path)
        monkeypatch.setattr(recalling, "load_messages", lambda language: load_messages(language, root=tmp_path))

        for _ in range(2):
            with pytest.raises(CatalogueError, match="message_not_text"):
                recalled_messages("nl")


class TestVerdicts:
    WANTED: Mapping[str, Any] = {"properties": {"amount": {"enum": [1, 2]}}}

    def document(self, **data: Any) -> Document:
        return Document("some.yaml", data)

    def test_what_holds_to_its_schema_is_judged_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert recalled_verdict(self.document(amount=1), self.WANTED) == []
        monkeypatch.setattr("guide.norm_files.judge", unread)

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
        monkeypatch.setattr("guide.norm_files.judge", unread)

        with pytest.raises(AssertionError, match="made anew"):
            recalled_verdict(self.document(**data), wanted)

    @pytest.mark.parametrize("changed", ["guide/schema_faults.py", "guide/schemas.py", "schemas/glossary.schema.json"])
    def test_with_another_checker_or_schema_all_is_judged_anew(
        self, changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        recalled_verdict(self.document(amount=1), self.WANTED)
        for folder in (*kept.CODE, "schemas"):
            shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
        with (tmp_path / changed).open("a") as file:
            file.write("\n")
        monkeypatch.setattr(kept, "ROOT", tmp_path)
        monkeypatch.setattr(kept, "tools", kept.tools.__wrapped__)
        monkeypatch.setattr("guide.norm_files.judge", unread)

        with pytest.raises(AssertionError, match="made anew"):
            recalled_verdict(self.document(amount=1), self.WANTED)

    def test_faults_are_told_each_time(self) -> None:
        for _ in range(2):
            (fault,) = recalled_verdict(self.document(amount=3), self.WANTED)
            assert fault.path == "amount"


class TestTemplates:
    def environment(self, name: str, text: str, **options: Any) -> Environment:
        return Environment(loader=DictLoader({"page": text}), bytecode_cache=KeptTemplates(name), **options)  # noqa: S701

    def test_a_template_is_compiled_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert self.environment("one", "{{ word }}!").get_template("page").render(word="yes") == "yes!"
        again = self.environment("one", "{{ word }}!")
        monkeypatch.setattr(again, "compile", unread)

        assert again.get_template("page").render(word="no") == "no!"

    def test_a_change_is_seen(self) -> None:
        self.environment("one", "{{ word }}!").get_template("page")

        assert self.environment("one", "{{ word }}?").get_template("page").render(word="so") == "so?"

    def test_another_environment_compiles_its_own(self) -> None:
        self.environment("one", "{{ word }}").get_template("page")
        other = self.environment("other", "{{ word }}", autoescape=True)

        assert other.get_template("page").render(word="<") == "&lt;"


class TestRules:
    def test_they_are_packed_once_and_a_change_is_seen(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        assessment = Path(shutil.copytree(rules.ASSESSMENT, tmp_path / "assessment"))
        monkeypatch.setattr(rules, "ASSESSMENT", assessment)
        messages = load_messages("nl", "runtime")
        one, other, changed = (tmp_path / name for name in ("one.zip", "other.zip", "changed.zip"))
        write_rules(one, messages)
        with monkeypatch.context() as patch:
            patch.setattr(rules, "rules_files", unread)
            write_rules(other, messages)
        assert other.read_bytes() == one.read_bytes()

        (assessment / "report.py").write_text("changed = True\n", encoding="utf-8")
        write_rules(changed, messages)

        assert ZipFile(changed).read("assessment/report.py") == b"changed = True\n"


class TestLook:
    def test_it_is_made_once_and_a_change_is_seen(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        sheet = tmp_path / "sheets" / "one.css"
        sheet.parent.mkdir()
        (sheet.parent / "other.css").write_text("b{top:0}", encoding="utf-8")
        sheet.write_text('@import "other.css";a{top:0}', encoding="utf-8")
        messages = load_messages("nl", "runtime")
        made = make_look([sheet], messages)
        with monkeypatch.context() as patch:
            patch.setattr(styles, "_run", unread)
            assert make_look([sheet], messages) == made

        # Not one of those that are listed, but one of those asks for it.
        (sheet.parent / "other.css").write_text("b{top:1px}", encoding="utf-8")
        changed = make_look([sheet], messages)

        assert b"top:1px" in changed.files[changed.sheet]
        assert changed.sheet != made.sheet

    def test_faults_are_told_each_time(self, tmp_path: Path) -> None:
        sheet = tmp_path / "one.css"
        sheet.write_text('@import "gone.css";', encoding="utf-8")

        for _ in range(2):
            with pytest.raises(LookFault, match=r"gone\.css"):
                make_look([sheet], load_messages("nl", "runtime"))


class TestBundles:
    @pytest.fixture
    def sources(self, tmp_path: Path) -> Path:
        return Path(shutil.copytree(SOURCES, tmp_path / "browser"))

    def written(self, sources: Path, target: Path, key: str = "key") -> bytes:
        write_service_worker(Bundle(sources, NODE_MODULES, key), target, load_messages("nl", "runtime"))
        return target.read_bytes()

    def test_what_was_bundled_is_not_bundled_again(
        self, sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = self.written(sources, tmp_path / "sw.js")
        monkeypatch.setattr(bundle, "_run", unread)

        assert self.written(sources, tmp_path / "again.js") == made

    def test_a_change_is_seen(self, sources: Path, tmp_path: Path) -> None:
        made = self.written(sources, tmp_path / "sw.js")
        with (sources / "service-worker.ts").open("a", encoding="utf-8") as script:
            script.write("console.log('a line more');\n")

        assert b"a line more" in self.written(sources, tmp_path / "sw.js") != made

    def test_faults_are_told_each_time(self, sources: Path, tmp_path: Path) -> None:
        self.written(sources, tmp_path / "sw.js")
        (sources / "service-worker.ts").write_text("const = ;", encoding="utf-8")

        for _ in range(2):
            with pytest.raises(RuntimeFault, match="service-worker"):
                self.written(sources, tmp_path / "sw.js")

    def test_a_module_becomes_a_script_once_and_a_change_is_seen(
        self, sources: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        messages = load_messages("nl", "runtime")
        asked = Bundle(sources, NODE_MODULES, "key")
        module = b"export const answer = 42; export const here = import.meta.url;"
        script = as_script(asked, module, messages)

        assert b"kmopModule" in script
        assert b"export " not in script
        assert b"import.meta" not in script
        assert b"43" in as_script(asked, module.replace(b"42", b"43"), messages)
        monkeypatch.setattr(bundle, "_run", unread)
        assert as_script(asked, module, messages) == script

    def test_other_packages_are_seen(self, sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        packages = tmp_path / "node_modules"
        packages.mkdir()
        for path in NODE_MODULES.iterdir():
            (packages / path.name).symlink_to(path)
        asked = Bundle(sources, packages, "key")
        messages = load_messages("nl", "runtime")
        write_service_worker(asked, tmp_path / "sw.js", messages)
        (packages / ".package-lock.json").unlink()
        (packages / ".package-lock.json").write_text("{}", encoding="utf-8")
        monkeypatch.setattr(bundle, "_run", unread)

        with pytest.raises(AssertionError, match="made anew"):
            write_service_worker(asked, tmp_path / "sw.js", messages)
