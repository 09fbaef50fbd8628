"""Stands in for `hashlib`: the one digest that the rules work out."""

from _sha2 import sha256  # type: ignore[import-not-found] # Python's own, without the others

__all__ = ["sha256"]
