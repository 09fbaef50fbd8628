"""Stands in for `_pyodide._core_docs`: the types of what comes from JavaScript, without their documentation.

Pyodide's core copies a docstring onto each of its methods from the method of the same name here; so everything has any
method, and none says anything.
"""

from typing import Any, Self

__all__ = ["JsBigInt", "JsException", "JsProxy", "jsnull"]

_instantiate_token = object()
_js_flags: dict[str, int] = {}
_SYNTHETIC = (
    "JsArray JsAsyncGenerator JsAsyncIterable JsAsyncIterator JsBuffer JsCallable JsCallableDoubleProxy JsDomElement"
    " JsDoubleProxy JsFetchResponse JsGenerator JsIterable JsIterator JsMap JsMutableMap JsOnceCallable JsPromise"
    " JsTypedArray JsWeakRef"
)


def _silent() -> None:
    pass


class _JsProxyMetaClass(type):
    pass


class JsProxy(metaclass=_JsProxyMetaClass):
    """Anything from JavaScript."""

    _js_type_flags = 0

    def __new__(cls, *_given: Any) -> Self:
        """Make one; the core does so to read the methods."""
        return super().__new__(cls)

    def __getattr__(self, name: str) -> Any:
        """Any method, saying nothing."""
        return _silent


class JsException(JsProxy, Exception):  # noqa: N818 - Pyodide's name for it
    """An error of JavaScript."""

    def __new__(cls, *given: Any) -> Self:
        """Make one as an exception is made."""
        return Exception.__new__(cls, *given)


class ConversionError(Exception):
    """Something that has no counterpart on the other side."""


class InternalError(Exception):
    """A fault in Pyodide itself."""


class JsNull:
    """The type of JavaScript's null."""


class JsBigInt(int):
    """A whole number that JavaScript writes with an n."""


jsnull = JsNull()
globals().update({name: _JsProxyMetaClass(name, (JsProxy,), {}) for name in _SYNTHETIC.split()})
to_js = create_proxy = create_once_callable = destroy_proxies = run_sync = can_run_sync = _silent
