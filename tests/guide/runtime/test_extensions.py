"""Extensions: apart from the rules, with what only they need, and the same answers as in CPython."""

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from guide import paths
from guide.runtime.build import UNUSED
from guide.runtime.extensions import EXTENSIONS, PACKAGES, Extension, ExtensionJob, extension_job
from guide.runtime.in_pyodide import files_api, texts_api
from guide.runtime.in_pyodide.api import RulesApi
from guide.runtime.rules_archive import rules_files
from guide.runtime.trim_library import TrimJob
from tests.norms import each_norm

MAKE = {"texts": texts_api.make_api, "files": files_api.make_api}
# The words of both checks say how sure a finding is.
SPOKEN = {"texts": {"text"}, "files": {"text", "files"}}
CARRIED = ["quiz", "situations"]


def document(
    extension: Extension, norm: dict[str, Any], messages: dict[str, str], *, without: tuple[str, ...] = UNUSED
) -> dict[str, Any]:
    return extension.document(norm, norm.keys() - set(without), messages)


@pytest.fixture(params=EXTENSIONS, ids=lambda each: each.name)
def extension(request: pytest.FixtureRequest) -> Extension:
    """Each extension."""
    each: Extension = request.param
    return each


@pytest.fixture
def job(extension: Extension, real_norm: dict[str, Any], tmp_path: Path) -> ExtensionJob:
    return extension_job(extension, real_norm, "{}", tmp_path)


def test_what_an_extension_has_the_rules_have_not(job: ExtensionJob) -> None:
    with ZipFile(job.sources) as sources:
        assert not sources.namelist() & rules_files().keys()


def test_every_module_of_its_packages_travels(extension: Extension, job: ExtensionJob) -> None:
    wanted = {
        path.relative_to(paths.ASSESSMENT.parent).as_posix()
        for package in extension.packages
        for path in (paths.ASSESSMENT / package).glob("*.py")
    }
    with ZipFile(job.sources) as sources:
        assert set(sources.namelist()) == wanted | {f"{extension.module}.py", PACKAGES}


def test_the_document_has_its_part_and_its_words_and_no_others(
    extension: Extension, real_norm: dict[str, Any], messages: dict[str, str]
) -> None:
    made = document(extension, real_norm, messages)
    assert made["norm"][extension.part] == real_norm[extension.part]
    assert not made["norm"].keys() & set(CARRIED)
    assert {name.partition(".")[0] for name in made["messages"]} == SPOKEN[extension.name]


@each_norm
def test_a_part_that_the_page_lacks_comes_along_where_a_rule_names_it(
    extension: Extension, norm: dict[str, Any], messages: dict[str, str]
) -> None:
    lacking = document(extension, norm, messages, without=(*UNUSED, "scheme", "sources"))
    assert {"scheme", "sources", extension.part} <= lacking["norm"].keys()


@each_norm
def test_it_finds_with_what_the_page_has_what_it_finds_with_all(
    extension: Extension, norm: dict[str, Any], messages: dict[str, str]
) -> None:
    used = {key: part for key, part in norm.items() if key not in UNUSED}
    spoken = {key: text for key, text in messages.items() if not key.startswith(("text.", "files."))}
    make_api = MAKE[extension.name]
    more = json.dumps(document(extension, norm, messages))
    apart = make_api(RulesApi(json.dumps(used), json.dumps(spoken), "{}"), more)
    whole = make_api(RulesApi(json.dumps(norm), json.dumps(messages), "{}"), '{"norm": {}, "messages": {}}')
    for method, *given in extension.cases(norm):
        assert getattr(apart, method)(*given) == getattr(whole, method)(*given)


def test_what_is_asked_of_an_extension_decides_what_is_kept(job: ExtensionJob, tmp_path: Path) -> None:
    def inputs(*extensions: ExtensionJob) -> list[bytes]:
        return list(TrimJob(job.sources, [], {}, paths.NODE_MODULES / "pyodide", extensions).inputs())

    assert inputs(job) != inputs()
    assert job.described(tmp_path)["target"] == str(tmp_path / f"{job.name}.zip")
