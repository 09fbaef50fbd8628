"""What other programs made for browsers is kept as long as its sources and those programs are as they were."""

import shutil
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from guide import paths
from guide.catalogue import load_messages
from guide.paths import FRONTEND, NODE_MODULES
from guide.runtime import RuntimeFault, bundle, interpreter, rules_archive
from guide.runtime.bundle import Bundle, as_script, write_bundle, write_service_worker
from guide.runtime.interpreter import SCRIPT, served_name, write_interpreter
from guide.runtime.rules_archive import write_rules
from guide.site import stylesheets
from guide.site.stylesheets import StyleError, bundle_styles
from tests.guide.fail_if_called import fail_if_called

pytestmark = pytest.mark.usefixtures("cache_folder")


def contents(folder: Path) -> dict[str, bytes]:
    """What stands in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


class TestRules:
    def test_they_are_packed_once_and_a_change_is_seen(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        assessment = Path(shutil.copytree(paths.ASSESSMENT, tmp_path / "assessment"))
        monkeypatch.setattr(paths, "ASSESSMENT", assessment)
        messages = load_messages("nl", "runtime")
        one, other, changed = (tmp_path / name for name in ("one.zip", "other.zip", "changed.zip"))
        write_rules(one, messages)
        with monkeypatch.context() as patch:
            patch.setattr(rules_archive, "rules_files", fail_if_called)
            write_rules(other, messages)
        assert other.read_bytes() == one.read_bytes()

        (assessment / "report.py").write_text("changed = True\n", encoding="utf-8")
        write_rules(changed, messages)

        assert ZipFile(changed).read("assessment/report.py") == b"changed = True\n"


class TestInterpreter:
    @pytest.fixture
    def package(self, tmp_path: Path) -> Path:
        """The parts of Pyodide's package that are copied, in a place where they may change."""
        (tmp_path / "package").mkdir()
        for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide-lock.json"):
            shutil.copyfile(NODE_MODULES / "pyodide" / name, tmp_path / "package" / name)
        (tmp_path / "package" / "pyodide.asm.wasm").write_bytes(b"\0asm\1\0\0\0")
        return tmp_path / "package"

    def written(self, package: Path, target: Path) -> str:
        target.mkdir()
        write_interpreter(package, target, load_messages("nl", "runtime"))
        return (target / served_name(SCRIPT)).read_text("utf-8")

    def test_its_script_is_trimmed_once(self, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        trimmed = self.written(package, tmp_path / "one")
        monkeypatch.setattr(interpreter, "trim_exports", fail_if_called)

        assert self.written(package, tmp_path / "other") == trimmed

    @pytest.mark.parametrize("name", ["pyodide.mjs", "pyodide.asm.mjs"])
    def test_another_script_is_trimmed_anew(
        self, name: str, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.written(package, tmp_path / "one")
        with (package / name).open("a", encoding="utf-8") as script:
            script.write("// a line more\n")
        monkeypatch.setattr(interpreter, "trim_exports", fail_if_called)

        with pytest.raises(AssertionError, match="made anew"):
            self.written(package, tmp_path / "other")


class TestStyles:
    def test_it_is_made_once_and_a_change_is_seen(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        sheet = tmp_path / "sheets" / "one.css"
        sheet.parent.mkdir()
        (sheet.parent / "other.css").write_text("b{top:0}", encoding="utf-8")
        sheet.write_text('@import "other.css";a{top:0}', encoding="utf-8")
        messages = load_messages("nl", "runtime")
        made = bundle_styles([sheet], messages)
        with monkeypatch.context() as patch:
            patch.setattr(stylesheets, "_run", fail_if_called)
            assert bundle_styles([sheet], messages) == made

        # Not one of those that are listed, but one of those asks for it.
        (sheet.parent / "other.css").write_text("b{top:1px}", encoding="utf-8")
        changed = bundle_styles([sheet], messages)

        assert b"top:1px" in changed.files[changed.sheet]
        assert changed.sheet != made.sheet

    def test_what_was_saved_while_it_was_made_is_not_taken_for_what_was_there_before(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sheet = tmp_path / "one.css"
        sheet.write_text("a{top:0}", encoding="utf-8")
        messages = load_messages("nl", "runtime")
        run = stylesheets._run  # noqa: SLF001 - what makes it

        def saving(*given: Any) -> None:
            sheet.write_text("a{top:1px}", encoding="utf-8")
            run(*given)

        with monkeypatch.context() as patch:
            patch.setattr(stylesheets, "_run", saving)
            bundle_styles([sheet], messages)
        sheet.write_text("a{top:0}", encoding="utf-8")
        made = bundle_styles([sheet], messages)

        assert b"top:1px" not in made.files[made.sheet]

    def test_faults_are_told_each_time(self, tmp_path: Path) -> None:
        sheet = tmp_path / "one.css"
        sheet.write_text('@import "gone.css";', encoding="utf-8")

        for _ in range(2):
            with pytest.raises(StyleError, match=r"gone\.css"):
                bundle_styles([sheet], load_messages("nl", "runtime"))


class TestBundles:
    @pytest.fixture
    def sources(self, tmp_path: Path) -> Path:
        return Path(shutil.copytree(FRONTEND, tmp_path / "frontend"))

    def written(self, sources: Path, target: Path, key: str = "key") -> bytes:
        write_service_worker(Bundle(sources, NODE_MODULES, key), target, load_messages("nl", "runtime"))
        return target.read_bytes()

    def test_what_was_bundled_is_not_bundled_again(
        self, sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = self.written(sources, tmp_path / "sw.js")
        monkeypatch.setattr(bundle, "_run", fail_if_called)

        assert self.written(sources, tmp_path / "again.js") == made

    def test_the_same_sources_elsewhere_are_bundled_anew(
        self, sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.written(sources, tmp_path / "sw.js")
        elsewhere = Path(shutil.copytree(sources, tmp_path / "elsewhere" / "frontend"))
        monkeypatch.setattr(bundle, "_run", fail_if_called)

        with pytest.raises(AssertionError, match="made anew"):
            self.written(elsewhere, tmp_path / "sw.js")

    def test_a_change_is_seen(self, sources: Path, tmp_path: Path) -> None:
        made = self.written(sources, tmp_path / "sw.js")
        with (sources / "entries" / "service-worker.ts").open("a", encoding="utf-8") as script:
            script.write("console.log('a line more');\n")

        assert b"a line more" in self.written(sources, tmp_path / "sw.js") != made

    def test_faults_are_told_each_time(self, sources: Path, tmp_path: Path) -> None:
        self.written(sources, tmp_path / "sw.js")
        (sources / "entries" / "service-worker.ts").write_text("const = ;", encoding="utf-8")

        for _ in range(2):
            with pytest.raises(RuntimeFault, match="service-worker"):
                self.written(sources, tmp_path / "sw.js")

    def test_the_scripts_of_a_site_are_bundled_once(
        self, sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked, messages = Bundle(sources, NODE_MODULES, "key"), load_messages("nl", "runtime")
        single = write_bundle(asked, tmp_path / "one", messages)
        monkeypatch.setattr(bundle, "_run", fail_if_called)

        assert write_bundle(asked, tmp_path / "other", messages) == single
        assert contents(tmp_path / "other") == contents(tmp_path / "one")

    def test_for_another_runtime_they_are_the_same_but_for_its_name(
        self, sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        messages = load_messages("nl", "runtime")
        write_bundle(Bundle(sources, NODE_MODULES, "one-key"), tmp_path / "one", messages)
        monkeypatch.setattr(bundle, "_run", fail_if_called)
        single = write_bundle(Bundle(sources, NODE_MODULES, "another"), tmp_path / "other", messages)

        assert "runtime/another/" in single["app.js"]
        assert not any(b"one-key" in script for script in contents(tmp_path / "other").values())
        (before,), (after,) = ([*(tmp_path / each).glob("app.*.js")] for each in ("one", "other"))
        assert before.name != after.name

    def test_the_single_file_has_scripts_of_its_own(self, sources: Path, tmp_path: Path) -> None:
        messages = load_messages("nl", "runtime")
        single = write_bundle(Bundle(sources, NODE_MODULES, "key"), tmp_path / "app", messages)

        assert set(single) == {"app.js", "pdf-text.js", "worker.js", "xlsx-worker.js"}
        assert not set(single) & set(contents(tmp_path / "app"))

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
        monkeypatch.setattr(bundle, "_run", fail_if_called)
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
        monkeypatch.setattr(bundle, "_run", fail_if_called)

        with pytest.raises(AssertionError, match="made anew"):
            write_service_worker(asked, tmp_path / "sw.js", messages)
