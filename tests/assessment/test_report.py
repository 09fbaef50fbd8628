import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from assessment import assess, canonical_json, fingerprint, report_json
from guide import paths
from tests.assessment.cases import Judge, Record, answers, dates
from tests.norms import each_norm

SCHEMAS = paths.SCHEMAS


def validator(name: str) -> Draft202012Validator:
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in SCHEMAS.glob("*.schema.json")]
    resources = [(document["$id"], Resource.from_contents(document)) for document in documents]
    registry: Registry[bool | Mapping[str, Any]] = Registry().with_resources(resources)
    return Draft202012Validator({"$ref": name}, registry=registry)


REPORT = validator("report.schema.json")


@each_norm
@settings(max_examples=60)
@given(data=st.data())
def test_every_report_follows_its_schema(judge: Judge, norm: Record, data: st.DataObject) -> None:
    report = json.loads(report_json(judge.report(data.draw(answers(norm)), data.draw(dates))))
    assert [error.message for error in REPORT.iter_errors(report)] == []


@each_norm
@settings(max_examples=30)
@given(data=st.data())
def test_the_same_input_gives_the_same_bytes(judge: Judge, norm: Record, data: st.DataObject) -> None:
    document, on = data.draw(answers(norm)), data.draw(dates)
    assert report_json(judge.report(document, on)) == report_json(judge.report(json.loads(json.dumps(document)), on))


def _backwards(value: Record) -> Record:
    return {key: _backwards(inner) if isinstance(inner, dict) else inner for key, inner in reversed(value.items())}


@each_norm
@settings(max_examples=30)
@given(data=st.data())
def test_the_order_of_the_answers_does_not_matter(judge: Judge, norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    assert report_json(judge.report(document)) == report_json(judge.report(_backwards(document)))


@each_norm
@settings(max_examples=20)
@given(data=st.data())
def test_judging_changes_neither_the_norm_nor_the_answers(judge: Judge, norm: Record, data: st.DataObject) -> None:
    document = data.draw(answers(norm))
    before = canonical_json([norm, document])
    judge.report(document)
    assert before == canonical_json([norm, document])


@each_norm
def test_a_report_names_the_norm_the_date_and_the_answers(norm: Record) -> None:
    document = {"format": "kmop-answers/1"}
    report = assess(norm, document, date(2026, 11, 22))
    assert report["norm"] == {"id": norm["id"], "version": norm["version"], "sha256": norm["sha256"]}
    assert report["date"] == "2026-11-22"
    assert report["answers_sha256"] == fingerprint(document)


def test_the_trace_tells_for_every_condition_which_facts_it_read(judge: Judge) -> None:
    report = judge({"has_enterprise_number": True})
    (entry,) = [step for step in report["trace"] if step["about"] == "registered-number"]
    assert entry["facts"]["has_enterprise_number"] is True
    assert entry["sources"]


@each_norm
def test_the_norms_fingerprint_is_that_of_all_the_rest(norm: Record) -> None:
    assert norm["sha256"] == fingerprint({key: value for key, value in norm.items() if key != "sha256"})
