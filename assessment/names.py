"""Names: what a norm calls itself, its scheme and its authority, in the sentences of the message catalogue."""

from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["is_official", "named_messages", "parts_of"]

_MARK = "{name."
_OFFICIAL = "official."


def named_messages(messages: Mapping[str, str], norm: Mapping[str, Any], language: str) -> Mapping[str, str]:
    """Return the message catalogue with the names of one norm in it.

    Args:
        messages: The catalogue of the language.
        norm: The norm, whose `names` say each in its languages.
        language: The language.
    """
    messages = {**messages, **_once_official(messages, norm)}
    names = {f"{_MARK}{key}}}": name[language] for key, name in norm.get("names", {}).items() if language in name}
    return {key: _named(text, names) if _MARK in text else text for key, text in messages.items()}


def _once_official(messages: Mapping[str, str], norm: Mapping[str, Any]) -> dict[str, str]:
    """Return what takes the place of sentences on points or thresholds that are not known, or on three scenarios."""
    parts = parts_of(norm)
    known = [f"{_OFFICIAL}{part}." for part, each in parts.items() if is_official(each)]
    known += [f"{_OFFICIAL}one_reading."] if len(parts["readings"]) == 1 else []
    return {key.removeprefix(part): text for part in known for key, text in messages.items() if key.startswith(part)}


def parts_of(norm: Mapping[str, Any]) -> dict[str, list[Mapping[str, Any]]]:
    """Return the parts of a norm that may be ours for as long as the norm's own are not known."""
    checks = [check for each in norm.get("requirements", {}).values() for check in each["checks"].values()]
    return {"checks": checks, "readings": list(norm.get("scoring", {}).get("readings", {}).values())}


def is_official(part: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether everything in such a part is the norm's own."""
    return bool(part) and all(each["standing"] == "official" for each in part)


def _named(text: str, names: Mapping[str, str]) -> str:
    for mark, name in names.items():
        text = text.replace(mark, name)
    return text
