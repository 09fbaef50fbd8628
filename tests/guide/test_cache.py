"""What an earlier build kept: found again as long as all is as it was, and never otherwise."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from guide import cache
from guide.cache import Kept, recalled
from guide.paths import ROOT
from guide.template_cache import KeptTemplates
from tests.guide.fail_if_called import fail_if_called

pytestmark = pytest.mark.usefixtures("cache_folder")


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
        monkeypatch.setattr(cache, "tools", lambda: "others")

        assert Kept("words", [b"one"]).get() is None

    @pytest.mark.parametrize(
        "changed", ["assessment/report.py", "guide/documents/yaml_reader.py", "schemas/common.schema.json"]
    )
    def test_the_code_is_among_the_tools(self, changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for package in (*cache.CODE, "schemas"):
            shutil.copytree(ROOT / package, tmp_path / package)
        monkeypatch.setattr("guide.paths.ROOT", tmp_path)
        before = cache.tools.__wrapped__()
        path = tmp_path / changed
        path.write_bytes(path.read_bytes() + b"\n")

        assert cache.tools.__wrapped__() != before

    def test_what_is_installed_is_among_the_tools(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        before = cache.tools.__wrapped__()
        (tmp_path / "something-1.0.dist-info").mkdir()
        monkeypatch.syspath_prepend(tmp_path)

        assert cache.tools.__wrapped__() != before

    def test_what_was_used_last_stays(self, cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cache, "MOST", 2)
        for name in (b"one", b"two"):
            Kept("numbers", [name]).put(name)
        for path in (cache_folder / "numbers").iterdir():
            os.utime(path, (1, 1))
        assert Kept("numbers", [b"one"]).get() == b"one"
        cache._thin_out.cache_clear()  # noqa: SLF001 - as another process would begin
        Kept("numbers", [b"three"]).put(b"three")

        assert [Kept("numbers", [name]).get() for name in (b"one", b"two", b"three")] == [b"one", None, b"three"]

    @pytest.mark.parametrize("left", [b"", b"made", slice(0, -1)], ids=["nothing", "something else", "the beginning"])
    def test_what_was_cut_short_is_not_taken_for_what_was_kept(self, left: bytes | slice, cache_folder: Path) -> None:
        Kept("words", [b"one"]).put(b"made")
        (path,) = (cache_folder / "words").iterdir()
        path.write_bytes(path.read_bytes()[left] if isinstance(left, slice) else left)

        assert Kept("words", [b"one"]).get() is None

    def test_a_machine_that_lets_nothing_be_kept_makes_everything_anew(self, cache_folder: Path) -> None:
        cache_folder.write_text("no folder", encoding="utf-8")
        times = iter([b"first", b"second"])

        made = [recalled(lambda: Kept("words", [b"one"]), lambda: next(times)) for _ in range(2)]

        assert made == [b"first", b"second"]

    def test_nothing_half_done_stays_behind(self, cache_folder: Path) -> None:
        Kept("words", [b"one"]).put(b"made")

        assert [path.name.startswith(".") for path in (cache_folder / "words").iterdir()] == [False]


class TestTemplates:
    def environment(self, name: str, text: str, **options: Any) -> Environment:
        return Environment(loader=DictLoader({"page": text}), bytecode_cache=KeptTemplates(name), **options)  # noqa: S701

    def test_a_template_is_compiled_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert self.environment("one", "{{ word }}!").get_template("page").render(word="yes") == "yes!"
        again = self.environment("one", "{{ word }}!")
        monkeypatch.setattr(again, "compile", fail_if_called)

        assert again.get_template("page").render(word="no") == "no!"

    def test_a_change_is_seen(self) -> None:
        self.environment("one", "{{ word }}!").get_template("page")

        assert self.environment("one", "{{ word }}?").get_template("page").render(word="so") == "so?"

    def test_another_environment_compiles_its_own(self) -> None:
        self.environment("one", "{{ word }}").get_template("page")
        other = self.environment("other", "{{ word }}", autoescape=True)

        assert other.get_template("page").render(word="<") == "&lt;"
