"""Export trimming: Pyodide's script without the thousands of names that only compiled extensions would look up.

The interpreter exports more than eight thousand names, so that extensions can be linked to it while it runs. None ever
is here, but each start would hand every name over, one by one. So the script gets those that it mentions itself, or
that what starts it does.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from guide.runtime.errors import RuntimeFault

__all__ = ["trim_exports"]

# One of the assignments that hand an export over.
_HANDED = re.compile(r'(?:[\w$]+=|Module\["[\w$]+"\]=)*wasmExports\["[\w$]+"\](?:\.value>>>0)?(?:;|$)')
_HANDING = re.compile(r"function assignWasmExports\(wasmExports\)\{(?P<body>[^{}]*)\}")
_DECLARED = re.compile(r";var [\w$,]+;(?=function assignWasmExports\()")
_RECEIVED = "wasmExports=instance.exports;"
_MENTIONED = re.compile(r'wasmExports(?:\["|\.)([\w$]+)')
_WORD = re.compile(r"[\w$]+")
# What each of those assignments mentions.
_ALWAYS = frozenset({"Module", "wasmExports", "value", "0"})
# Linking looks these up by a name that it puts together.
_ENTRIES = frozenset({"main", "__main_argc_argv"})


def trim_exports(script: str, loader: str, messages: Mapping[str, str]) -> str:
    """Leave out of `pyodide.asm.mjs` what hands over exports that nothing else mentions.

    Args:
        script: The script of Pyodide's package.
        loader: The script that starts it, `pyodide.mjs`.
        messages: The message catalogue, for a script that is not as expected.

    Raises:
        RuntimeFault: The script is made otherwise than that of the version that this was written for.
    """
    handing, declared = _HANDING.search(script), _DECLARED.search(script)
    if handing is None or declared is None or script.count(_RECEIVED) != 1:
        raise RuntimeFault.of(messages, "runtime.slim")
    handed = list(_HANDED.finditer(handing["body"]))
    if "".join(each[0] for each in handed) != handing["body"]:
        raise RuntimeFault.of(messages, "runtime.slim")
    rest = script[: declared.start()] + script[handing.end() :]
    kept = "".join(_kept(handed, set(_WORD.findall(rest + loader))))
    names = sorted(_ENTRIES | {name for text in (kept, rest) for name in _MENTIONED.findall(text)})
    trimmed = script.replace(handing["body"], kept)
    return trimmed.replace(_RECEIVED, f"wasmExports=({_PICK})(instance.exports,{_listed(names)});")


# Only what there is: some names are of other builds of the interpreter.
_PICK = "(all,names)=>Object.fromEntries(names.filter(name=>name in all).map(name=>[name,all[name]]))"


def _kept(handed: Iterable[re.Match[str]], words: set[str]) -> Iterator[str]:
    for each in handed:
        if words & (set(_WORD.findall(each[0])) - _ALWAYS):
            yield each[0]


def _listed(names: list[str]) -> str:
    return f'"{" ".join(names)}".split(" ")'
