"""The report as one HTML document that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Template

from guide.html_templates import html_environment
from guide.reports.grouping import groups_of

__all__ = ["html_report"]


@cache
def _template() -> Template:
    environment = html_environment(Path(__file__).parent)
    environment.filters["web"] = _web
    environment.filters["groups"] = groups_of
    return environment.get_template("report.html.j2")


def html_report(view: Mapping[str, Any], messages: Mapping[str, str]) -> str:
    """A report in words as an HTML document.

    Args:
        view: What `assessment.present` returned.
        messages: The message catalogue.
    """
    say = {key.removeprefix("cli.report."): text for key, text in messages.items() if key.startswith("cli.report.")}
    return _template().render(view=view, say=say)


def _web(address: str | None) -> str:
    """The address if it leads to a page, and nothing if it would run something."""
    address = address or ""
    scheme = address.partition(":")[0] if ":" in address.partition("/")[0] else "https"
    return address if scheme.lower() in {"http", "https", "mailto"} else ""
