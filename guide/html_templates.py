"""Jinja templates of whole HTML documents that stand beside the module which fills them in."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

__all__ = ["html_environment"]


def html_environment(folder: Path) -> Environment:
    """Return an environment for the templates of a folder: it escapes what is filled in; nothing may be missing."""
    return Environment(
        autoescape=True,
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
