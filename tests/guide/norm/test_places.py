"""A new kind of element is one entry in the index of elements: files, norm, rules and pages find it by that."""

import pytest

from assessment.element_index import KINDS, Place, elements_of
from guide.documents.yaml_reader import parse_yaml
from guide.norm.assemble import assemble
from guide.norm.files import NormFile, read_files
from guide.norm.parsed import ParsedNorm
from guide.pages.element_index import Index
from tests.norms import SMALL_NORM

REMARK = {"id": "remark-x", "title": {"nl": "X"}}


@pytest.fixture
def remarks(monkeypatch: pytest.MonkeyPatch) -> list[NormFile]:
    """The files of a small norm with a file of a kind that nobody knew before, and the entry for it."""
    monkeypatch.setitem(KINDS, "remark", Place(("remarks",)))
    document, faults = parse_yaml('remarks: [{id: remark-x, title: {nl: "X"}}]', "norm/remarks.yaml")
    assert not faults
    return [*read_files(SMALL_NORM)[0], NormFile("remarks.yaml", "remarks", document)]


def test_an_element_of_a_new_kind_is_in_the_norm_by_its_id(remarks: list[NormFile]) -> None:
    assert assemble(remarks)["remarks"] == {"remark-x": REMARK}


def test_the_rules_find_an_element_of_a_new_kind(remarks: list[NormFile]) -> None:
    assert elements_of(assemble(remarks))["remark-x"] == REMARK


def test_the_pages_find_an_element_of_a_new_kind(remarks: list[NormFile]) -> None:
    assert Index(assemble(remarks)).kinds["remark-x"] == "remark"


def test_the_checker_knows_where_an_element_of_a_new_kind_is_declared(remarks: list[NormFile]) -> None:
    assert ParsedNorm(remarks).ids("element")["remark-x"].where == "norm/remarks.yaml:1"


def test_a_new_kind_may_stand_in_a_file_of_other_things(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "remark", Place(("scheme", "remarks")))
    files = read_files(SMALL_NORM)[0]
    scheme = next(file.document for file in files if file.kind == "scheme")
    assert scheme is not None
    scheme.data["remarks"] = [REMARK]
    assert assemble(files)["scheme"]["remarks"] == {"remark-x": REMARK}
    assert "remark-x" in ParsedNorm(files).ids("remark")
