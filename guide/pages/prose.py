"""Hand-written pages: Markdown that calls the norm by name."""

import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.exceptions import TemplateSyntaxError

from assessment.wording import Wording
from guide.checks.prose import macro_faults, typed_faults
from guide.disk_cache import Cache
from guide.faults import fault_lines
from guide.pages.model import PagesError
from guide.pages.page_context import UnansweredError, UnknownElementError

__all__ = ["Prose"]


class Prose:
    """The hand-written pages of a folder."""

    def __init__(self, folder: Path, wording: Wording, cache: Cache | None = None) -> None:
        self._folder = folder
        self._wording = wording
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            autoescape=True,
            bytecode_cache=cache.templates("prose") if cache else None,
        )

    def write(self, file: str, names: Mapping[str, Any]) -> str:
        """Return a page's text, with what it asks of the norm put in; raises PagesError."""
        try:
            template = self._environment.get_template(file)
            typed = typed_faults(self._folder / file)
            if typed:
                raise PagesError(fault_lines(typed, self._wording.messages))
            return template.render(**names)
        except (TemplateError, TypeError, LookupError, UnicodeDecodeError) as error:
            if isinstance(error, KeyError) and self._is_message(error.args[0]):
                # The page calls nothing wrong: what it shows has no words yet.
                raise PagesError([self._wording.message("pages.fault.no_words", {"id": error.args[0]})]) from error
            if isinstance(error, TemplateSyntaxError) and (unread := macro_faults(self._folder / file)):
                raise PagesError(fault_lines(unread, self._wording.messages)) from error
            place = f"{self._folder / file}:{_line(self._folder / file, error)}"
            fault = self._wording.message("pages.fault.prose", {"place": place, "what": self._what(error)})
            raise PagesError([fault]) from error

    def _is_message(self, name: object) -> bool:
        """Tell whether a name that nobody has is that of a message: its area is one of the catalogue's."""
        area, _, rest = str(name).partition(".")
        return bool(rest) and any(known.startswith(f"{area}.") for known in self._wording.messages)

    def _what(self, error: Exception) -> str:
        """Say what is wrong; what the template's own language does not take, it says itself."""
        match error:
            case UnknownElementError(args=[name]):
                return self._wording.message("pages.fault.unknown_element", {"id": name})
            case UnansweredError(args=[title]):
                return self._wording.message("pages.fault.unanswered", {"question": title})
            case KeyError(args=[name]):
                return self._wording.message("pages.fault.unknown", {"name": name})
            case UnicodeDecodeError(start=place, encoding=encoding):
                return self._wording.message("pages.fault.encoding", {"byte": place + 1, "encoding": encoding.upper()})
        return str(error)


def _line(path: Path, error: Exception) -> int:
    """Return the line of the prose file that an error comes from."""
    if isinstance(error, UnicodeDecodeError):
        return 1 + error.object[: error.start].count(b"\n")
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == str(path)]
    return lines[-1] or 1 if lines else 1
