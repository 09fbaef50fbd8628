"""Export trimming: Pyodide's script without the thousands of names that only compiled extensions would look up.

The interpreter exports more than eight thousand names, so that extensions can be linked to it while it runs. None ever
is here, but each start would make every one of them and hand it over. So the script takes over those that it mentions
itself, or that what starts it does, and the interpreter exports no others (`wasm_exports.py`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guide.runtime.errors import RuntimeFault

__all__ = ["TrimmedScript", "trim_exports"]

# One of the assignments that hand an export over.
_HANDED = re.compile(r'(?:[\w$]+=|Module\["[\w$]+"\]=)*wasmExports\["[\w$]+"\](?:\.value>>>0)?(?:;|$)')
_HANDING = re.compile(r"function assignWasmExports\(wasmExports\)\{(?P<body>[^{}]*)\}")
_DECLARED = re.compile(r";var [\w$,]+;(?=function assignWasmExports\()")
_MENTIONED = re.compile(r'wasmExports(?:\["|\.)([\w$]+)')
_WORD = re.compile(r"[\w$]+")
# What each of those assignments mentions.
_ALWAYS = frozenset({"Module", "wasmExports", "value", "0"})
# Linking looks these up by a name that it puts together.
_ENTRIES = frozenset({"main", "__main_argc_argv"})


@dataclass(frozen=True)
class TrimmedScript:
    """A script that takes over few exports.

    Attributes:
        text: The script.
        exports: What it takes over; some of it only other builds of the interpreter have.
    """

    text: str
    exports: frozenset[str]


def trim_exports(script: str, loader: str, messages: Mapping[str, str]) -> TrimmedScript:
    """Leave out of `pyodide.asm.mjs` what hands over exports that nothing else mentions.

    Args:
        script: The script of Pyodide's package.
        loader: The script that starts it, `pyodide.mjs`.
        messages: The message catalogue, for a script that is not as expected.

    Raises:
        RuntimeFault: The script is made otherwise than that of the version that this was written for.
    """
    handing, declared = _HANDING.search(script), _DECLARED.search(script)
    if handing is None or declared is None:
        raise RuntimeFault.of(messages, "runtime.slim")
    handed = list(_HANDED.finditer(handing["body"]))
    if "".join(each[0] for each in handed) != handing["body"]:
        raise RuntimeFault.of(messages, "runtime.slim")
    rest = script[: declared.start()] + script[handing.end() :]
    kept = "".join(_kept(handed, set(_WORD.findall(rest + loader))))
    exports = _ENTRIES | {name for text in (kept, rest) for name in _MENTIONED.findall(text)}
    return TrimmedScript(script.replace(handing["body"], kept), exports)


def _kept(handed: Iterable[re.Match[str]], words: set[str]) -> Iterator[str]:
    for each in handed:
        if words & (set(_WORD.findall(each[0])) - _ALWAYS):
            yield each[0]
