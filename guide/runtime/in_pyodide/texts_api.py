"""What the page's worker calls to look at a text; comes with the text check, beside the rules that are there."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Protocol

from assessment.findings import written
from assessment.text_view import CheckedText, document_of, page_of
from assessment.texts import Given, check_text, prepare
from assessment.view.builder import ViewBuilder

__all__ = ["make_api"]


class Rules(Protocol):
    """The rules that are there already."""

    @property
    def documents(self) -> tuple[dict[str, Any], dict[str, str], dict[str, str]]:
        """Norm, words and links."""
        ...


class TextsApi:
    """The text check with its rules and its words."""

    def __init__(self, rules: Rules, document: str) -> None:
        more = json.loads(document)
        norm, messages, links = rules.documents
        self._norm = norm | more["norm"]
        self._prepared = prepare(self._norm)
        self._builder = ViewBuilder(self._norm, messages | more["messages"], links)

    def check_text_json(self, text: str, form: str, kind: str, on: str, name: str = "-") -> str:
        """Look at a text.

        Args:
            text: The text, with what marks it up.
            form: How it is marked up: `plain`, `markdown` or `html`.
            kind: What kind of text it is.
            on: The day on which it must be right, ISO.
            name: What the reader calls it.

        Returns:
            JSON with the `report`, what the `page` shows of it, and the same as `files` by how their names end.
        """
        given, day = Given(text, form, kind), date.fromisoformat(on)
        report = check_text(given, self._norm, day, self._builder.messages, self._prepared)
        checked = CheckedText(name, text, form, report)
        document = document_of([checked], self._builder)
        told = {
            "report": report,
            "page": page_of(checked, self._builder),
            "files": {ending: written(document, ending) for ending in ("txt", "html")},
        }
        return json.dumps(told, ensure_ascii=False, allow_nan=False)


make_api = TextsApi
