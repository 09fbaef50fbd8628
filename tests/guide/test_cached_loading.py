"""Norm, words and what is known to be without fault are found again as long as all is as it was."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from guide import disk_cache, loader, paths
from guide.catalogue import CatalogueError, load_messages
from guide.checks import plain_language
from guide.checks.plain_language import plain_faults
from guide.checks.plain_language.settings import BOUNDS
from guide.disk_cache import Cache
from guide.documents.document import Document
from guide.loader import load_norm
from guide.norm import files
from guide.norm.files import validate
from guide.paths import ROOT
from tests.guide.fail_if_called import fail_if_called
from tests.norms import SMALL_NORM

pytestmark = pytest.mark.usefixtures("cache_folder")


class TestNorm:
    @pytest.fixture
    def norm(self, tmp_path: Path) -> Path:
        return Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))

    def test_it_is_the_same_as_when_it_is_read(self, norm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        read = load_norm(norm)
        assert load_norm(norm, Cache()) == read
        monkeypatch.setattr(loader, "read_files", fail_if_called)

        found = load_norm(norm, Cache())

        assert json.dumps(found.norm) == json.dumps(read.norm)
        assert found.faults == read.faults == []

    def test_without_a_cache_it_is_read_each_time(self, norm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        load_norm(norm, Cache())
        monkeypatch.setattr(loader, "read_files", fail_if_called)

        with pytest.raises(AssertionError, match="made anew"):
            load_norm(norm)

    def test_a_change_is_seen(self, norm: Path) -> None:
        load_norm(norm, Cache())
        path = norm / "norm.yaml"
        path.write_text(path.read_text("utf-8").replace("version: ", "version: 20"), encoding="utf-8")
        changed = load_norm(norm, Cache())

        assert changed.faults != []

    def test_faults_are_told_each_time(self, norm: Path) -> None:
        load_norm(norm, Cache())
        (norm / "strange.yaml").write_text("a: 1\n", encoding="utf-8")

        loaded = [load_norm(norm, Cache()) for _ in range(2)]

        assert [each.norm for each in loaded] == [None, None]
        assert loaded[0].faults == loaded[1].faults != []

    def test_what_was_saved_while_it_was_read_is_not_taken_for_what_was_there_before(
        self, norm: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = norm / "cost.yaml"
        before = path.read_bytes()
        read_files = files.read_files

        def saving(*given: Any) -> Any:
            read = read_files(*given)
            path.write_bytes(before + b"\n")
            return read

        monkeypatch.setattr(loader, "read_files", saving)
        load_norm(norm, Cache())
        path.write_bytes(before)
        monkeypatch.setattr(loader, "read_files", fail_if_called)

        with pytest.raises(AssertionError, match="made anew"):
            load_norm(norm, Cache())


class TestMessages:
    @pytest.fixture
    def words(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        (tmp_path / "nl").mkdir()
        monkeypatch.setattr(paths, "MESSAGES", tmp_path)
        return tmp_path / "nl" / "one.yaml"

    def test_they_are_read_once_and_a_change_is_seen(self, words: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        words.write_text("word: een\n", encoding="utf-8")
        first = load_messages("nl", cache=Cache())
        with monkeypatch.context() as later:
            later.setattr("guide.catalogue.read_messages", fail_if_called)
            assert load_messages("nl", cache=Cache()) == first == {"one.word": "een"}

        words.write_text("word: twee\n", encoding="utf-8")

        assert load_messages("nl", cache=Cache()) == {"one.word": "twee"}

    def test_some_of_them_are_not_taken_for_all(self, words: Path) -> None:
        words.write_text("word: een\n", encoding="utf-8")
        words.with_name("two.yaml").write_text("word: twee\n", encoding="utf-8")
        load_messages("nl", cache=Cache())

        assert load_messages("nl", "two", cache=Cache()) == {"two.word": "twee"}

    def test_faults_are_told_each_time(self, words: Path) -> None:
        words.write_text("word: 1\n", encoding="utf-8")

        for _ in range(2):
            with pytest.raises(CatalogueError, match="message_not_text"):
                load_messages("nl", cache=Cache())


class TestSchemas:
    WANTED: Mapping[str, Any] = {"properties": {"amount": {"enum": [1, 2]}}}

    def document(self, **data: Any) -> Document:
        return Document("some.yaml", data)

    @pytest.fixture
    def _validated(self, cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG002 - comes first
        """A document that was found to hold to its schema; from now on, nothing may be looked at again."""
        assert validate(self.document(amount=1), self.WANTED, Cache()) == []
        monkeypatch.setattr(files, "_schema_faults", fail_if_called)

    @pytest.mark.usefixtures("_validated")
    def test_what_holds_to_its_schema_is_validated_once(self) -> None:
        assert validate(self.document(amount=1), self.WANTED, Cache()) == []

    @pytest.mark.usefixtures("_validated")
    def test_without_a_cache_it_is_validated_each_time(self) -> None:
        with pytest.raises(AssertionError, match="made anew"):
            validate(self.document(amount=1), self.WANTED)

    @pytest.mark.usefixtures("_validated")
    @pytest.mark.parametrize(
        ("data", "wanted"),
        [({"amount": 2}, WANTED), ({"amount": True}, WANTED), ({"amount": 1.0}, WANTED), ({"amount": 1}, {})],
        ids=["another", "of another type", "written otherwise", "another schema"],
    )
    def test_anything_else_is_validated_anew(self, data: dict[str, Any], wanted: dict[str, Any]) -> None:
        with pytest.raises(AssertionError, match="made anew"):
            validate(self.document(**data), wanted, Cache())

    @pytest.mark.usefixtures("_validated")
    @pytest.mark.parametrize(
        "changed",
        ["guide/validation/schema_faults.py", "guide/validation/validator.py", "schemas/glossary.schema.json"],
    )
    def test_with_another_checker_or_schema_all_is_validated_anew(
        self, changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for folder in (*disk_cache.CODE, "schemas"):
            shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
        with (tmp_path / changed).open("a") as file:
            file.write("\n")
        monkeypatch.setattr(paths, "ROOT", tmp_path)
        monkeypatch.setattr(paths, "SCHEMAS", tmp_path / "schemas")
        monkeypatch.setattr(disk_cache, "toolchain", disk_cache.toolchain.__wrapped__)

        with pytest.raises(AssertionError, match="made anew"):
            validate(self.document(amount=1), self.WANTED, Cache())

    def test_faults_are_told_each_time(self) -> None:
        for _ in range(2):
            (fault,) = validate(self.document(amount=3), self.WANTED, Cache())
            assert fault.path == "amount"


class TestPlainLanguage:
    @pytest.fixture
    def folders(
        self,
        tmp_path: Path,
        cache_folder: Path,  # noqa: ARG002 - comes first
        monkeypatch: pytest.MonkeyPatch,
    ) -> Mapping[str, Path]:
        """Our norm, words, prose and bounds, each in a place where it may change."""
        found = {"norm": paths.NORM, "MESSAGES": paths.MESSAGES, "DOCS": paths.DOCS, "BOUNDS": BOUNDS}
        copied = {name: Path(shutil.copytree(path, tmp_path / name)) for name, path in found.items()}
        for name in ("MESSAGES", "DOCS"):
            monkeypatch.setattr(paths, name, copied[name])
        monkeypatch.setattr(plain_language, "BOUNDS", copied["BOUNDS"])
        assert plain_faults(copied["norm"], cache=Cache()) == []
        monkeypatch.setattr(plain_language, "_plain_faults", fail_if_called)
        return copied

    def test_texts_without_fault_are_looked_through_once(self, folders: Mapping[str, Path]) -> None:
        assert plain_faults(folders["norm"], cache=Cache()) == []

    @pytest.mark.parametrize(
        ("folder", "file"),
        [("norm", "glossary.yaml"), ("MESSAGES", "nl/cli.yaml"), ("DOCS", "nl/over.md"), ("BOUNDS", "nl.yaml")],
    )
    def test_after_a_change_all_are_looked_through(self, folder: str, file: str, folders: Mapping[str, Path]) -> None:
        with (folders[folder] / file).open("a", encoding="utf-8") as text:
            text.write("\n")

        with pytest.raises(AssertionError, match="made anew"):
            plain_faults(folders["norm"], cache=Cache())
