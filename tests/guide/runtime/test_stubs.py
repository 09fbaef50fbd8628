"""The stubs, as far as they do something: what they say is what the module says that they stand in for."""

import calendar
import re
import sys
import typing
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from typing import Any

import pytest

from guide.runtime.stubs import STUBS, stub_files


def stub(name: str) -> ModuleType:
    spec = spec_from_file_location(f"stub_{name}", STUBS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("year", [1900, 2000, 2024, 2026])
def test_a_month_is_as_long_as_it_is(year: int) -> None:
    lengths = [stub("calendar").monthrange(year, month)[1] for month in range(1, 13)]

    assert lengths == [calendar.monthrange(year, month)[1] for month in range(1, 13)]


def test_the_flags_of_a_module_are_its_numbers() -> None:
    enum = stub("enum")

    @enum.global_enum
    @enum._simple_enum(enum.IntFlag, boundary=enum.KEEP)  # noqa: SLF001 - as `re` does
    class Flags:
        IGNORECASE = re.IGNORECASE.value
        DOTALL = re.DOTALL.value

    numbers = vars(sys.modules[__name__])
    assert re.compile("A.", numbers["IGNORECASE"] | numbers["DOTALL"]).match("a\n")


async def _asynchronous() -> None:
    pass


@pytest.mark.parametrize(("given", "expected"), [(_asynchronous, True), (stub, False), (len, False)])
def test_only_what_is_written_with_async_is_asynchronous(given: Callable[..., Any], *, expected: bool) -> None:
    assert stub("inspect").iscoroutinefunction(given) is expected


def test_a_named_tuple_has_its_fields_defaults_and_methods(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_typing", typing)  # Python's own part of it is younger than the oldest Python

    class Point(stub("typing").NamedTuple):  # type: ignore[misc]
        x: int
        y: int = 2

        def sum(self) -> int:
            return int(self.x + self.y)

    assert Point(1) == (1, 2)
    assert Point(y=3, x=1).sum() == 4


def test_each_stub_says_for_which_module_it_stands_in() -> None:
    for name, source in stub_files().items():
        module = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        assert f"Stands in for `{module}`" in source.decode()
