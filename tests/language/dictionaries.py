"""Dutch and English as their dictionaries have them."""

import re
from functools import cache

from hunspell import Hunspell  # type: ignore[import-untyped] # its makers wrote down no types

from guide.paths import ROOT

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def dictionary(language: str) -> Hunspell:
    """The dictionary of a language, from its npm package."""
    return Hunspell("index", hunspell_data_dir=str(ROOT / "node_modules" / f"dictionary-{language}"))


@cache
def is_word(word: str, language: str) -> bool:
    """Whether a language has a word; Dutch makes new ones of others."""
    return bool(dictionary(language).spell(word.replace("’", "'")))
