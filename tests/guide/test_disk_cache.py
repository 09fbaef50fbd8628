"""What was made before is found again as long as all that it follows from is as it was, and never otherwise."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from guide import cache_pruning, disk_cache
from guide.disk_cache import Cache
from guide.paths import ROOT
from tests.guide.fail_if_called import fail_if_called

pytestmark = pytest.mark.usefixtures("cache_folder")


def given(*inputs: bytes) -> Callable[[], list[bytes]]:
    return lambda: list(inputs)


def make_words(inputs: list[bytes], made: bytes = b"made") -> bytes:
    return Cache().get_or_make("words", given(*inputs), lambda: made)


def is_found(inputs: list[bytes]) -> bool:
    """Whether what was made of these inputs before is found again."""
    return make_words(inputs, b"made anew") == b"made"


class TestEntries:
    def test_the_same_inputs_find_what_was_made(self) -> None:
        make_words([b"one", b"two"])

        assert is_found([b"one", b"two"])

    @pytest.mark.parametrize("inputs", [[b"one", b"too"], [b"onet", b"wo"], [b"two", b"one"], [b"one"], []])
    def test_other_inputs_find_nothing(self, inputs: list[bytes]) -> None:
        make_words([b"one", b"two"])

        assert not is_found(inputs)

    def test_another_kind_finds_nothing(self) -> None:
        make_words([b"one"])

        assert Cache().get_or_make("names", given(b"one"), lambda: b"another") == b"another"

    def test_other_tools_find_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        make_words([b"one"])
        monkeypatch.setattr(disk_cache, "toolchain", lambda: "others")

        assert not is_found([b"one"])

    def test_a_cache_with_tools_of_its_own_does_not_hang_on_ours(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Cache(tmp_path, tools="zip 1").get_or_make("words", given(b"one"), lambda: b"made")
        monkeypatch.setattr(disk_cache, "toolchain", fail_if_called)

        assert Cache(tmp_path, tools="zip 1").get_or_make("words", given(b"one"), fail_if_called) == b"made"
        assert Cache(tmp_path, tools="zip 2").get_or_make("words", given(b"one"), lambda: b"other") == b"other"

    @pytest.mark.parametrize(
        "changed", ["assessment/report.py", "guide/documents/yaml_reader.py", "schemas/common.schema.json"]
    )
    def test_the_code_is_among_the_tools(self, changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for package in (*disk_cache.CODE, "schemas"):
            shutil.copytree(ROOT / package, tmp_path / package)
        monkeypatch.setattr("guide.paths.ROOT", tmp_path)
        monkeypatch.setattr("guide.paths.SCHEMAS", tmp_path / "schemas")
        before = disk_cache.toolchain.__wrapped__()
        path = tmp_path / changed
        path.write_bytes(path.read_bytes() + b"\n")

        assert disk_cache.toolchain.__wrapped__() != before

    def test_what_is_installed_is_among_the_tools(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        before = disk_cache.toolchain.__wrapped__()
        (tmp_path / "something-1.0.dist-info").mkdir()
        monkeypatch.syspath_prepend(tmp_path)

        assert disk_cache.toolchain.__wrapped__() != before

    def test_what_was_used_last_stays(self, cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cache_pruning, "MAX_ENTRIES", 2)
        for name in (b"one", b"two"):
            make_words([name])
        for path in (cache_folder / "words").iterdir():
            os.utime(path, (1, 1))
        assert is_found([b"one"])
        cache_pruning.prune.cache_clear()  # as another process would begin
        make_words([b"three"])

        assert [is_found([name]) for name in (b"one", b"two", b"three")] == [True, False, True]

    @pytest.mark.parametrize("left", [b"", b"made", slice(0, -1)], ids=["nothing", "something else", "the beginning"])
    def test_what_was_cut_short_is_not_taken_for_what_was_made(self, left: bytes | slice, cache_folder: Path) -> None:
        make_words([b"one"])
        (path,) = (cache_folder / "words").iterdir()
        path.write_bytes(path.read_bytes()[left] if isinstance(left, slice) else left)

        assert not is_found([b"one"])

    def test_a_machine_that_lets_nothing_be_kept_makes_everything_anew(self, cache_folder: Path) -> None:
        cache_folder.write_text("no folder", encoding="utf-8")
        make_words([b"one"])

        assert not is_found([b"one"])

    def test_nothing_half_done_stays_behind(self, cache_folder: Path) -> None:
        make_words([b"one"])

        assert [path.name.startswith(".") for path in (cache_folder / "words").iterdir()] == [False]

    def test_what_raises_is_not_kept(self) -> None:
        with pytest.raises(AssertionError, match="made anew"):
            Cache().get_or_make("words", given(b"one"), fail_if_called)

        assert not is_found([b"one"])

    def test_what_was_saved_while_it_was_made_is_not_taken_for_what_was_there_before(self, tmp_path: Path) -> None:
        path = tmp_path / "source.txt"
        path.write_bytes(b"before")

        def saving() -> bytes:
            path.write_bytes(b"after")
            return b"made"

        Cache().get_or_make("words", lambda: [path.read_bytes()], saving)

        assert [is_found([b"before"]), is_found([b"after"])] == [False, False]


class TestForms:
    def test_json_is_the_same_when_it_is_made_and_when_it_is_found(self) -> None:
        values = [Cache().get_or_make_json("data", given(b"one"), lambda: {"b": ("é", 1), "a": None}) for _ in range(2)]

        assert values == [{"b": ["é", 1], "a": None}] * 2
        assert [list(value) for value in values] == [["b", "a"]] * 2

    def test_files_are_found_with_their_paths(self) -> None:
        def make(folder: Path) -> None:
            (folder / "deep").mkdir()
            (folder / "deep" / "one.txt").write_bytes(b"\0one")
            (folder / "two").write_bytes(b"")

        made = Cache().get_or_make_files("files", given(b"one"), make)

        assert made == {"deep/one.txt": b"\0one", "two": b""}
        assert Cache().get_or_make_files("files", given(b"one"), fail_if_called) == made

    def test_a_check_that_found_nothing_is_not_done_again(self) -> None:
        assert Cache().check_once("checks", given(b"one"), list) == []

        assert Cache().check_once("checks", given(b"one"), fail_if_called) == []
        with pytest.raises(AssertionError, match="made anew"):
            Cache().check_once("checks", given(b"two"), fail_if_called)

    def test_a_check_that_found_something_is_done_each_time(self) -> None:
        times = iter([["first"], ["second"], []])

        assert [Cache().check_once("checks", given(b"one"), lambda: next(times)) for _ in range(3)] == [
            ["first"],
            ["second"],
            [],
        ]


class TestTemplates:
    def environment(self, name: str, text: str, **options: Any) -> Environment:
        bytecode = Cache().templates(name)
        return Environment(loader=DictLoader({"page": text}), bytecode_cache=bytecode, **options)  # noqa: S701

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

    def test_other_tools_compile_anew(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.environment("one", "{{ word }}").get_template("page")
        monkeypatch.setattr(disk_cache, "toolchain", lambda: "others")
        other = self.environment("one", "{{ word }}", autoescape=True)

        assert other.get_template("page").render(word="<") == "&lt;"

    def test_a_machine_that_lets_nothing_be_kept_compiles_each_time(self, cache_folder: Path) -> None:
        cache_folder.write_text("no folder", encoding="utf-8")

        assert self.environment("one", "{{ word }}!").get_template("page").render(word="yes") == "yes!"
