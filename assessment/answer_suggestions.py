"""What was meant by a key or a value of answers that this norm does not know: its new name, or one that comes near."""

import re
from collections.abc import Collection, Iterable, Mapping

from assessment.faults import Fault
from assessment.fields import path_of
from assessment.former_names import Former
from assessment.renamed_questions import PROFILE

__all__ = ["suggesting"]

# What people put between answers that they write as one.
_BETWEEN = re.compile(r"[,;/+&\s]+")


def suggesting(fault: Fault, gone: Mapping[str, Former]) -> Fault:
    """Return a fault with what was meant; the fault itself where nothing comes near.

    Args:
        fault: What is wrong with the answers.
        gone: What the norm had once, by the name that it had.
    """
    return _told_what_became(fault, gone) or _near(fault)


def _told_what_became(fault: Fault, gone: Mapping[str, Former]) -> Fault | None:
    """Return a fault about an id or a question that the norm had once, with what became of it."""
    kind, name = _name_in(fault)
    former = gone.get(name)
    if former is None:
        return None
    values = {"key": name.removeprefix(PROFILE), "now": former.now.removeprefix(PROFILE)}
    return Fault(fault.path, f"answers.{kind}_{former.how}", values)


def _name_in(fault: Fault) -> tuple[str, str]:
    """Return what a fault does not know, a key or a value, by the name that the history has for it."""
    if fault.message == "answers.unknown_key":
        inside = fault.path[fault.path.index("profile") :] if "profile" in fault.path else fault.path[-1:]
        return "unknown_key", ".".join(map(str, inside))
    if fault.message == "answers.no_question":
        name = str(fault.values["name"])
        return "value", name if name.startswith(PROFILE) else "".join(path_of(name)[1:2])
    return "value", str(fault.values.get("given", ""))


def _near(fault: Fault) -> Fault:
    """Return a fault with the key or the option that comes near to what was given, if any does."""
    values = fault.values
    if fault.message == "answers.unknown_key":
        near = _nearest(str(fault.path[-1]), values["known"])
        return Fault(fault.path, "answers.unknown_key_near", {"key": values["key"], "near": near}) if near else fault
    if fault.message == "answers.not_an_option" and _holds_several(values["given"], values["options"]):
        return Fault(fault.path, "answers.options_in_one", {})
    if fault.message == "answers.not_an_option" and len(values["options"]) > 1:
        near = _nearest(values["given"], values["options"])
        return Fault(fault.path, "answers.not_an_option_near", {"near": near}) if near else fault
    return fault


def _holds_several(given: str, options: Collection[str]) -> bool:
    """Tell whether several answers were written as one: to come near to one of them would lose the others."""
    parts = [part for part in _BETWEEN.split(given) if part]
    return len(parts) > 1 and any(part in options for part in parts)


def _nearest(given: str, known: Iterable[str]) -> str | None:
    """Return the known word that comes nearest to one, whatever its capitals, or nothing when none comes near."""
    from difflib import get_close_matches  # noqa: PLC0415 - good answers do not wait for it

    words = {word.lower(): word for word in known}
    near = get_close_matches(given.lower(), words, n=1)
    return words[near[0]] if near else None
