"""Finds the figures that somebody typed, in digits or in words."""

import re

__all__ = ["figures_in"]

# "een" and "één" are articles and stress as often as figures.
NUMBER_WORDS = re.compile(
    r"\b(twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|[a-z]*tien|[a-z]*tig|honderd|duizend|"
    r"half|halve|dubbel\w*|kwart|procent|euro)\b",
    re.IGNORECASE,
)
# "geldig", "nodig" and their like are no tens.
NO_TENS = re.compile(
    r"(geldig|nodig|toekomstig|tijdig|zelfstandig|volledig|verstandig|voorzichtig|ernstig|gerechtig|overig|rustig"
    r"|gunstig|prettig|misschien|bovendien|indien|zien|voorzien|dien)",
    re.IGNORECASE,
)


def figures_in(text: str) -> list[str]:
    """Return digits and words for figures in a text."""
    typed = re.findall(r"\d+", text) + [match[0] for match in NUMBER_WORDS.finditer(text)]
    return [each for each in typed if not NO_TENS.fullmatch(each)]
