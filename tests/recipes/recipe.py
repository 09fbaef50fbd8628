"""Recipes as they stand in a file for people: headings, and under each the blocks that somebody follows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

__all__ = ["Block", "Recipe", "prose_of", "recipes_in"]

_FENCE = re.compile(r"^(?P<indent> *)```(?P<kind>\w+)\n(?P<body>.*?)^(?P=indent)```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A block of a recipe: commands with what they answer (`console`), or what to write into a file (the rest)."""

    kind: str
    body: str

    @property
    def commands(self) -> list[tuple[str, str]]:
        """Each command, and what it is said to answer."""
        parts = re.split(r"^\$ kmop ", self.body, flags=re.MULTILINE)
        assert not parts[0], f"no command: {parts[0]}"
        return [(command, said) for command, _, said in (part.partition("\n") for part in parts[1:])]

    @property
    def file(self) -> Path:
        """The file that the first line names, as a comment of its language."""
        return Path(self.body.partition("\n")[0].strip("<!-# >"))

    @property
    def text(self) -> str:
        """What is written, below the name of the file."""
        return self.body.partition("\n")[2]


@dataclass(frozen=True)
class Recipe:
    """A heading and the blocks under it, in order."""

    title: str
    blocks: tuple[Block, ...]


def recipes_in(file: Path) -> Iterator[Recipe]:
    """Each recipe of a file; what stands above the first heading of the second level is none."""
    for part in re.split(r"^## ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, _, rest = part.partition("\n")
        yield Recipe(title, tuple(Block(found["kind"], dedent(found["body"])) for found in _FENCE.finditer(rest)))


def prose_of(file: Path) -> str:
    """What people read in a file of recipes: no blocks, no commands, no names of files."""
    text = _FENCE.sub("", file.read_text(encoding="utf-8"))
    return re.sub(r"^    .*$|`[^`]*`", "", text, flags=re.MULTILINE)
