"""The message catalogue: flat ids, texts only, nothing twice, and every sentence in use."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from guide import paths
from guide.catalogue import LANGUAGE, CatalogueError, load_messages, read_messages
from guide.paths import MESSAGES
from guide.validation.schemas import schema

CODE = paths.ROOT / "guide"
# Here the number is a bound or at least two, or what goes with it is the same for one.
NEVER_ONE = {
    *("browser.clients.enough", "browser.compare.several", "browser.fault.more"),
    *("check.choice_deep.wrong", "check.file_name.wrong", "check.quiz_right_many.wrong", "cli.more_faults"),
    *("quiz.resume", "verify.more"),
}


def catalogue(root: Path, text: str) -> Path:
    """Write a catalogue of one file, `xx/area.yaml`."""
    folder = root / "xx"
    folder.mkdir()
    folder.joinpath("area.yaml").write_text(text, encoding="utf-8")
    return root


def test_nested_keys_become_one_id(tmp_path: Path) -> None:
    """The file's name is the first part of the id."""
    root = catalogue(tmp_path, "a: {b: één}\nc: twee\n")

    assert load_messages("xx", root=root) == {"area.a.b": "één", "area.c": "twee"}


def test_a_number_has_the_word_that_goes_with_it() -> None:
    """What is put as one or many somewhere is nowhere just many, but where there is a sentence for one too."""
    messages = load_messages(LANGUAGE)
    pairs = re.findall(r":plural ([^/}]+)/([^}]+)\}", " ".join(messages.values()))
    many = sorted((re.escape(many) for one, many in pairs if one != many), key=len, reverse=True)
    just = re.compile(rf"\{{\w+\}} (?:{'|'.join(many)})(?!\w)")
    found = {name for name, text in messages.items() if just.search(text) and not _has_one(name, messages)}
    assert found == NEVER_ONE


def _has_one(name: str, messages: Mapping[str, str]) -> bool:
    """Whether there is a sentence for one beside a sentence for many."""
    before, _, last = name.rpartition(".")
    ones = (f"{name}_one", name.removesuffix("_several") + "_one", name.removesuffix("_many"), f"{before}.one")
    return last != "one" and any(one != name and one in messages for one in ones)


@pytest.mark.parametrize("text", ["a: 1\n", "a: [x]\n", "a: b\na: c\n", "just a text\n", ""])
def test_what_is_no_text_is_a_fault(tmp_path: Path, text: str) -> None:
    """Numbers, lists, keys that come twice and files without keys are faults."""
    root = catalogue(tmp_path, text)

    assert read_messages("xx", root=root)[1] != []
    with pytest.raises(CatalogueError, match=r"xx/area\.yaml:\d+"):
        load_messages("xx", root=root)


def test_two_ways_to_one_id_are_a_fault(tmp_path: Path) -> None:
    """A dot in a key must not hide another message."""
    root = catalogue(tmp_path, "a: {b: x}\na.b: y\n")

    assert [fault.message for fault in read_messages("xx", root=root)[1]] == ["check.message_twice"]


def test_only_the_areas_asked_for_are_read(tmp_path: Path) -> None:
    """A broken area does not keep another from being used."""
    root = catalogue(tmp_path, "a: x\n")
    root.joinpath("xx", "broken.yaml").write_text("a: [", encoding="utf-8")

    assert load_messages("xx", "area", root=root) == {"area.a": "x"}


@pytest.mark.parametrize("path", sorted(MESSAGES.rglob("*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_catalogue_holds_up(path: Path) -> None:
    """Each file of each language can be read, and holds texts only."""
    assert read_messages(path.parent.name, path.stem)[1] == []


def code() -> str:
    paths = [path for path in CODE.rglob("*") if path.suffix in {".py", ".jinja"}]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def test_every_check_message_is_used() -> None:
    """A sentence about a fault that nothing finds any more is a leftover."""
    used = code()
    ids = {".".join(key.split(".")[:2]) for key in load_messages("nl", "check")}
    # These are put together: `check.noun.` and the sort of an id, `check.type_` and the kinds that are wanted, and
    # `check.plain_` and the rule, `check.now_official_` and the part of the norm.
    built = re.compile(r"check\.(noun|now_official_\w+|type_\w+|pattern_\w+|format_\w+|plain_\w+)")

    assert [name for name in sorted(ids) if f'"{name}"' not in used and not built.fullmatch(name)] == []


def test_every_check_message_that_is_used_exists() -> None:
    """A fault without a sentence would end in an error instead of a line."""
    messages = load_messages("nl", "check")
    used = set(re.findall(r'"(check\.\w+)"', code()))

    assert used - {".".join(key.split(".")[:2]) for key in messages} == set()


def test_every_check_message_says_what_is_wrong_and_what_to_do() -> None:
    """Each has both parts; only the parser's own sentences come whole."""
    messages = load_messages("nl", "check")
    ids = {key.rpartition(".")[0] for key in messages if key.endswith((".wrong", ".remedy"))}

    assert [name for name in sorted(ids) if not {f"{name}.wrong", f"{name}.remedy"} <= set(messages)] == []


def enum(schema_name: str, *path: str) -> list[str]:
    """The values that a schema lets somebody who writes a norm choose from."""
    part = schema(schema_name)
    for step in path:
        part = part[step]
    return list(part["enum"])


STANDINGS = enum("common", "$defs", "standing")
ASKERS = enum("documents", "properties", "documents", "items", "properties", "asked_by")
# Messages whose id ends in a value of the norm: whoever writes a norm may choose any of them.
COMPOSED = {
    "view.standing.{}": STANDINGS,
    "rules.cost.rate_{}": enum("common", "$defs", "claim"),
    "rules.document.needed_{}": ASKERS,
    "view.documents.group.{}": ASKERS,
    "words.unit.{}": enum("common", "$defs", "unit"),
    "pages.change.{}": enum("changes", "properties", "changes", "items", "properties", "about"),
    "rules.deadline.{}_past": enum("procedure", "properties", "deadlines", "items", "properties", "kind"),
    "rules.calc.assumed_{}": enum("worth", "properties", "fields", "items", "properties", "kind"),
    "view.warnings.state.{}": enum("common", "$defs", "warning_level"),
}


@pytest.mark.parametrize(("message", "values"), COMPOSED.items(), ids=COMPOSED)
def test_a_message_that_is_put_together_is_there_for_every_value(message: str, values: list[str]) -> None:
    """A value that no sentence has would end in an error where it is first used."""
    messages = load_messages("nl")

    assert [value for value in values if message.format(value) not in messages] == []
