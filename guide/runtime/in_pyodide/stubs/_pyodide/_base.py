"""Stands in for `_pyodide._base`: runs code and gives the value of its last expression."""

from _ast import Expression, PyCF_ONLY_AST
from typing import Any

__all__ = ["eval_code"]


def eval_code(code: str, globals: dict[str, Any] | None = None, **_more: Any) -> Any:  # noqa: A002 - Pyodide's name for it
    """Run code; its last statement is an expression, whose value is returned."""
    scope = {} if globals is None else globals
    tree: Any = compile(code.strip(), "<exec>", "exec", PyCF_ONLY_AST)
    last = tree.body.pop()
    exec(compile(tree, "<exec>", "exec"), scope)  # noqa: S102 - all of it is Pyodide's or ours
    return eval(compile(Expression(last.value), "<exec>", "eval"), scope)  # noqa: S307
