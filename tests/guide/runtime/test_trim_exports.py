"""Pyodide's script without the names that only compiled extensions look up."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.paths import NODE_MODULES
from guide.runtime import RuntimeFault
from guide.runtime.stubs import stub_files
from guide.runtime.trim_exports import trim_exports
from guide.runtime.wasm_exports import WasmError, keep_exports

WASM = (NODE_MODULES / "pyodide" / "pyodide.asm.wasm").read_bytes()
NAMES = "WebAssembly.Module.exports(new WebAssembly.Module(require('fs').readFileSync(0))).map(({ name }) => name)"
SCRIPT, LOADER = ((NODE_MODULES / "pyodide" / name).read_text("utf-8") for name in ("pyodide.asm.mjs", "pyodide.mjs"))


def handed(script: str) -> set[str]:
    """The exports that a script takes over by name."""
    return set(re.findall(r'wasmExports\["([\w$]+)"\]', script))


def exported_names(module: bytes) -> list[str]:
    """What a module exports, as the engine itself says it."""
    command = [str(Path(sys.executable).with_name("node")), "-p", f"JSON.stringify({NAMES})"]
    names: list[str] = json.loads(subprocess.run(command, input=module, capture_output=True, check=True).stdout)
    return names


def test_a_script_keeps_what_it_mentions_itself_and_what_its_loader_does(messages: dict[str, str]) -> None:
    trimmed = trim_exports(SCRIPT, LOADER, messages).text

    assert {"malloc", "memory", "Py_Version"} <= handed(trimmed)  # the last one is the loader's
    assert len(handed(trimmed)) < len(handed(SCRIPT)) / 10
    assert len(trimmed) < len(SCRIPT) * 0.75


def test_what_is_kept_is_as_it_was(messages: dict[str, str]) -> None:
    trimmed = trim_exports(SCRIPT, LOADER, messages).text
    before, _, after = SCRIPT.partition("function assignWasmExports(")

    assert trimmed.startswith(before)
    assert trimmed.endswith(after.partition("}")[2])


@pytest.mark.parametrize(
    ("expected", "otherwise"),
    [
        ("function assignWasmExports(", "function assignAll("),
        ('_malloc=Module["_malloc"]=wasmExports["malloc"];', '_malloc=Module["_malloc"]=take("malloc");'),
    ],
)
def test_a_script_made_otherwise_stops_the_build(expected: str, otherwise: str, messages: dict[str, str]) -> None:
    assert expected in SCRIPT

    with pytest.raises(RuntimeFault, match=r"trim_exports\.py"):
        trim_exports(SCRIPT.replace(expected, otherwise), LOADER, messages)


def test_the_interpreter_exports_what_its_script_takes_over_and_nothing_else(messages: dict[str, str]) -> None:
    trimmed = trim_exports(SCRIPT, LOADER, messages)
    kept = exported_names(keep_exports(WASM, trimmed.exports))

    assert handed(trimmed.text) - {"memory"} <= set(kept) <= trimmed.exports
    assert kept == [name for name in exported_names(WASM) if name in trimmed.exports]


def test_an_interpreter_that_keeps_all_of_its_exports_is_the_same_to_the_byte() -> None:
    assert keep_exports(WASM, set(exported_names(WASM))) == WASM


@given(end=st.integers(1_000_000, 5_000_000))
def test_an_interpreter_cut_off_in_its_code_is_refused(end: int) -> None:
    with pytest.raises(WasmError):
        keep_exports(WASM[:end], ())


@pytest.mark.parametrize("other", [b"", b"<!doctype html>", WASM[:4] + b"\2\0\0\0" + WASM[8:]])
def test_what_is_no_module_is_refused(other: bytes) -> None:
    with pytest.raises(WasmError):
        keep_exports(other, ())


def test_every_stand_in_is_there() -> None:
    assert {"_pyodide/__init__.py", "pyodide/ffi/__init__.py", "asyncio/__init__.py", "ssl.py"} <= set(stub_files())
    assert all(source.startswith(b'"""Stands in for') for source in stub_files().values())
