"""Somebody follows a recipe, in a folder with a norm: types its commands, and writes what it says into the files."""

import io
from shlex import split
from typing import Any

import click
import pytest

from guide import cli
from guide.editing.yaml_form import round_trip
from tests.recipes.recipe import Block, Recipe

__all__ = ["follow"]

# These go on until somebody stops them, or build a whole site: it is only looked at whether they can be asked so.
_ONLY_ASKED = ("serve", "build")


def follow(recipe: Recipe, capsys: pytest.CaptureFixture[str]) -> None:
    """Do all that a recipe says, in the folder where one is."""
    for block in recipe.blocks:
        if block.kind == "console":
            for command, said in block.commands:
                _type(command, said, capsys)
        else:
            _write(block)


def _type(command: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Give a command: it ends well, unless the recipe shows what it answers, which it then does."""
    name, *words = split(command)
    if name in _ONLY_ASKED:
        _asked(name, words)
        return
    with pytest.raises(SystemExit) as left:
        cli.main([name, *words])
    told = capsys.readouterr()
    assert left.value.code == 0 or said, f"kmop {command}\n{told.err}"
    assert [line for line in said.splitlines() if line not in told.out + told.err] == [], told


def _asked(name: str, words: list[str]) -> None:
    """Let a command understand its words, and do nothing."""
    with click.Context(cli.kmop) as context:
        command = cli.kmop.get_command(context, name)
        assert command is not None
        command.make_context(name, words, parent=context)


def _write(block: Block) -> None:
    """Write into a file what the recipe says, in the place of what stood there or at the end of its list."""
    if block.kind != "yaml":
        block.file.parent.mkdir(parents=True, exist_ok=True)
        block.file.write_text(block.text, encoding="utf-8")
        return
    yaml, stream = round_trip(), io.StringIO()
    before = yaml.load(block.file.read_text(encoding="utf-8"))
    _lay_over(before, yaml.load(block.text))
    yaml.dump(before, stream)
    block.file.write_text(stream.getvalue(), encoding="utf-8")


def _lay_over(old: Any, new: Any) -> None:
    """Write what is new into a file: whole, or in a list into the elements that it names."""
    for key, value in new.items():
        if isinstance(value, list) and key in old:
            _lay_over_list(old[key], value)
        else:
            old[key] = value


def _lay_over_list(old: list[Any], new: list[Any]) -> None:
    for element in new:
        same = next((each for each in old if _name(each) == _name(element)), None)
        if same is None:
            old.append(element)
        else:
            same.update(element)


def _name(element: Any) -> str:
    return str(element.get("id") or element["version"])
