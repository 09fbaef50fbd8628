"""Pyodide's script without what it does for compiled extensions at each start."""

import pytest

from guide.paths import NODE_MODULES
from guide.runtime import RuntimeFault
from guide.runtime.trim_linking import trim_linking

SCRIPT = (NODE_MODULES / "pyodide" / "pyodide.asm.mjs").read_text("utf-8")


def test_a_start_looks_up_no_function_in_the_table(messages: dict[str, str]) -> None:
    trimmed = trim_linking(SCRIPT, messages)

    assert SCRIPT.count("getFunctionAddress(func)") == 1
    assert "getFunctionAddress(func)" not in trimmed


def test_all_else_is_as_it_was(messages: dict[str, str]) -> None:
    trimmed = trim_linking(SCRIPT, messages)

    assert abs(len(trimmed) - len(SCRIPT)) < 100
    assert trimmed.partition("var addFunction=")[0] == SCRIPT.partition("var addFunction=")[0]


@pytest.mark.parametrize("expected", ["if(isInternalSym(symName)){continue}", "functionsInTableMap.set(func,ret)"])
def test_a_script_made_otherwise_stops_the_build(expected: str, messages: dict[str, str]) -> None:
    assert expected in SCRIPT

    with pytest.raises(RuntimeFault, match=r"trim_linking\.py"):
        trim_linking(SCRIPT.replace(expected, ""), messages)
