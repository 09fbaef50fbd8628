"""Stands in for `_pyodide.jsbind`: everything is called as it comes, without signatures."""

from typing import Any

from _pyodide_core import JsFuncSignature, js2py_default_call_result, py2js_default  # type: ignore[import-not-found]

__all__ = ["default_signature", "no_default"]


class no_default:  # noqa: N801 - Pyodide's name for it
    """Marks an argument without a default."""


def _anything(*_given: Any, **_named: Any) -> None:
    pass


_IS_CLASS = False
default_signature = JsFuncSignature(
    _anything, _IS_CLASS, 0, (), (), py2js_default, (), (), (), py2js_default, js2py_default_call_result
)
