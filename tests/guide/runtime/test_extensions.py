"""Extensions: apart from the rules, with what only they need, and the same answers as in CPython."""

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from guide import paths
from guide.runtime.build import UNUSED
from guide.runtime.extensions import EXTENSIONS, PACKAGES, ExtensionJob, extension_job
from guide.runtime.in_pyodide.api import RulesApi
from guide.runtime.in_pyodide.texts_api import make_api
from guide.runtime.rules_archive import rules_files
from guide.runtime.trim_library import TrimJob
from tests.norms import each_norm

(TEXTS,) = EXTENSIONS
CARRIED = ["quiz", "situations"]


def document(norm: dict[str, Any], messages: dict[str, str], *, without: tuple[str, ...] = UNUSED) -> dict[str, Any]:
    return TEXTS.document(norm, norm.keys() - set(without), messages)


@pytest.fixture
def job(real_norm: dict[str, Any], tmp_path: Path) -> ExtensionJob:
    return extension_job(TEXTS, real_norm, "{}", tmp_path)


def test_what_an_extension_has_the_rules_have_not(job: ExtensionJob) -> None:
    with ZipFile(job.sources) as sources:
        assert not sources.namelist() & rules_files().keys()


def test_every_module_of_its_packages_travels(job: ExtensionJob) -> None:
    wanted = {
        path.relative_to(paths.ASSESSMENT.parent).as_posix()
        for package in TEXTS.packages
        for path in (paths.ASSESSMENT / package).glob("*.py")
    }
    with ZipFile(job.sources) as sources:
        assert set(sources.namelist()) == wanted | {"texts_api.py", PACKAGES}


def test_the_document_has_its_part_and_its_words_and_no_others(
    real_norm: dict[str, Any], messages: dict[str, str]
) -> None:
    made = document(real_norm, messages)
    assert made["norm"]["texts"] == real_norm["texts"]
    assert not made["norm"].keys() & set(CARRIED)
    assert {name.partition(".")[0] for name in made["messages"]} == {"text"}


@each_norm
def test_a_part_that_the_page_lacks_comes_along_where_a_rule_names_it(
    norm: dict[str, Any], messages: dict[str, str]
) -> None:
    lacking = document(norm, messages, without=(*UNUSED, "scheme", "sources"))
    assert {"scheme", "sources", "texts"} <= lacking["norm"].keys()


@each_norm
def test_it_finds_with_what_the_page_has_what_it_finds_with_all(norm: dict[str, Any], messages: dict[str, str]) -> None:
    used = {key: part for key, part in norm.items() if key not in UNUSED}
    spoken = {key: text for key, text in messages.items() if not key.startswith("text.")}
    apart = make_api(RulesApi(json.dumps(used), json.dumps(spoken), "{}"), json.dumps(document(norm, messages)))
    whole = make_api(RulesApi(json.dumps(norm), json.dumps(messages), "{}"), '{"norm": {}, "messages": {}}')
    for method, *given in TEXTS.cases(norm):
        assert getattr(apart, method)(*given) == getattr(whole, method)(*given)


def test_what_is_asked_of_an_extension_decides_what_is_kept(job: ExtensionJob, tmp_path: Path) -> None:
    def inputs(*extensions: ExtensionJob) -> list[bytes]:
        return list(TrimJob(job.sources, [], {}, paths.NODE_MODULES / "pyodide", extensions).inputs())

    assert inputs(job) != inputs()
    assert job.described(tmp_path)["target"] == str(tmp_path / "texts.zip")
