"""The words around a finding: how sure it is, who says it, and what it quotes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assessment.wording import Wording

__all__ = ["ground_of", "label_of", "shortened"]

_LONGEST_QUOTE = 160


def label_of(finding: Mapping[str, Any], called: str, wording: Wording) -> str:
    """Return how sure a finding is, and what it is about.

    Args:
        finding: The finding.
        called: What this kind of finding is called.
        wording: The words of the norm and the catalogue.
    """
    return wording.message(f"text.certainty.{finding['certainty']}", {"finding": called})


def ground_of(finding: Mapping[str, Any], wording: Wording) -> str:
    """Return where a finding comes from; what is ours, or not from the authority, says so."""
    if finding["standing"] == "estimate" or not finding["sources"]:
        return wording.message("text.ours")
    titles = [wording.title(name) for name in finding["sources"]]
    by = f"text.ground_by.{finding['standing']}"
    return wording.message(by if by in wording.messages else "text.ground", {"sources": "; ".join(titles)})


def shortened(quote: str) -> str:
    """Return as much of a quote as anybody needs to find it."""
    plain = " ".join(quote.split())
    return plain if len(plain) <= _LONGEST_QUOTE else f"{plain[:_LONGEST_QUOTE]} …"
