"""Link trimming: Pyodide's script without what it does for compiled extensions at each start.

Functions of JavaScript whose address the interpreter takes get a place in its table of functions. To see whether one
has a place already, the script would first make an object of every function in that table, fourteen thousand of them;
and each function of WebGL, which nobody draws with here, would be compiled into a module of its own. No extension is
ever linked, so what the script hands over once is new, and WebGL has no address.
"""

from collections.abc import Mapping

from guide.runtime.errors import RuntimeFault

__all__ = ["trim_linking"]

# What stands in the script, once, and what comes in its place.
_REPLACED = {
    "if(isInternalSym(symName)){continue}var value=exports[symName]": (
        "if(isInternalSym(symName)||!(symName in GOT)){continue}var value=exports[symName]"
    ),
    "if(entry.value==-1){var value=resolveGlobalSymbol(": (
        'if(symName.startsWith("emscripten_gl")){entry.value=0;continue}'
        "if(entry.value==-1){var value=resolveGlobalSymbol("
    ),
    "addFunction=(func,sig)=>{var rtn=getFunctionAddress(func);if(rtn){return rtn}": "addFunction=(func,sig)=>{",
    "functionsInTableMap.set(func,ret);return ret}": "functionsInTableMap?.set(func,ret);return ret}",
}


def trim_linking(script: str, messages: Mapping[str, str]) -> str:
    """Let `pyodide.asm.mjs` start without looking for functions that were linked.

    Args:
        script: The script of Pyodide's package.
        messages: The message catalogue, for a script that is not as expected.

    Raises:
        RuntimeFault: The script is made otherwise than that of the version that this was written for.
    """
    for expected, lean in _REPLACED.items():
        if script.count(expected) != 1:
            raise RuntimeFault.of(messages, "runtime.slim")
        script = script.replace(expected, lean)
    return script
