"""The page and `kmop assess` judge the same bytes the same way (differential testing)."""

import json
import random
from collections.abc import Mapping
from typing import Any

import pytest

from guide.documents.document import MAX_ANSWERS_BYTES
from guide.documents.yaml_reader import parse_yaml
from tests.judging.judging import FULL, PIECES, Judges, bases, mutated


@pytest.fixture(scope="module")
def judges(norm: dict[str, Any], messages: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Judges:
    return Judges(norm, messages, tmp_path_factory.mktemp("judges"))


def test_right_answers_are_read_alike_in_every_form(judges: Judges) -> None:
    files = [text.encode(encoding) for text in bases(judges) for encoding in ("utf-8", "utf-8-sig")]
    assert judges.disagreements([*files, *(raw.replace(b"\n", b"\r\n") for raw in files)]) == []


def test_files_in_which_something_went_wrong_are_judged_alike(judges: Judges) -> None:
    chance = random.Random(20261128)  # noqa: S311 - the same files every time
    texts = bases(judges)
    assert judges.disagreements([mutated(chance.choice(texts), chance) for _ in range(400)]) == []


EDGES = {
    "a key twice, in JSON": '{"format": "kmop-answers/1", "profile": {"deployed_people": 3, "deployed_people": 300}}',
    "a key twice, in YAML": "format: kmop-answers/1\nprofile: {deployed_people: 3, deployed_people: 300}",
    "JSON with a comma too many": '{"format": "kmop-answers/1",}',
    "brackets around everything": "{format: kmop-answers/1}",
    "a number without end": '{"format": "kmop-answers/1", "appendix": [{"id": "x", "version": "1", "answer": 1e400}]}',
    "a whole number with a point": "format: kmop-answers/1\nprofile: {deployed_people: 1.0}",
    "as large as may be": "format: kmop-answers/1\n#".ljust(MAX_ANSWERS_BYTES, "x"),
    "a byte too large": "format: kmop-answers/1\n#".ljust(MAX_ANSWERS_BYTES + 1, "x"),
    "the character with number nought, in JSON": r'{"format": "kmop-answers/1", "title": "a\u0000b"}',
    "the character with number nought, in YAML": 'format: kmop-answers/1\ntitle: "a\\0b"\n',
    "what only spells it": r'{"format": "kmop-answers/1", "title": "a\\u0000b"}',
    "nothing": "",
    "white space": " \n",
    "two byte order marks": "\ufeff\ufeffformat: kmop-answers/1",
    "a bracket that closes where its line began": "format: kmop-answers/1\nprofile: {\n  services: [\n  ]\n}\n",
    "a quote that goes on at the margin": 'format: kmop-answers/1\nprofile:\n  iban: "a\nb"\n',
    "a comment right behind a value": 'format: "kmop-answers/1"#x\n',
}


@pytest.mark.parametrize("text", EDGES.values(), ids=EDGES)
def test_both_judge_an_edge_alike(judges: Judges, text: str) -> None:
    assert judges.disagreements([text.encode()]) == []


@pytest.mark.parametrize("levels", [17, 18, 19, 20])
@pytest.mark.parametrize("form", ["json", "yaml"])
def test_both_take_answers_that_nest_as_deep(judges: Judges, levels: int, form: str) -> None:
    deep = "[" * levels + "]" * levels
    appendix = f'[{{"id": "x", "version": "1", "answer": {deep}}}]'
    text = f'{{"format": "kmop-answers/1", "appendix": {appendix}}}'
    assert judges.disagreements([(text if form == "json" else text[1:-1].replace(", ", "\n", 1)).encode()]) == []


def test_what_the_page_saves_as_yaml_the_command_line_reads_back_exactly(judges: Judges) -> None:
    chance = random.Random(20261128)  # noqa: S311 - the same texts every time
    documents = []
    pieces = [*(piece for piece in PIECES if "\0" not in piece), "a", " "]  # that character is refused everywhere
    for _ in range(300):
        key, note = ("".join(chance.choices(pieces, k=chance.randint(1, 6))) for _ in range(2))
        documents.append(FULL | {"title": note, "appendix": [{"id": note, "version": "1", "answer": {key: note}}]})
    texts = judges.written(documents)

    for text, document in zip(texts, documents, strict=True):
        read, faults = parse_yaml(text, "f", is_answers=True)
        assert faults == [], text
        assert read is not None
        assert read.data == json.loads(json.dumps(document)), text
