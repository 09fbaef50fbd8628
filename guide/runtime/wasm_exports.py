"""WebAssembly's binary format, as far as leaving exports out of a module asks for.

A module is a header and sections; a section is its kind, its length and its content. The numbers are of variable
length (LEB128). See the WebAssembly Core Specification, chapter "Binary Format".
"""

from collections.abc import Collection, Iterator

__all__ = ["WasmError", "keep_exports"]

_HEADER = b"\0asm\1\0\0\0"
_EXPORTS = 7
_MORE, _BITS = 0x80, 7


class WasmError(ValueError):
    """What was given is no module of this format."""


def keep_exports(module: bytes, names: Collection[str]) -> bytes:
    """Return a module that exports nothing but these names.

    Args:
        module: A module in the binary format.
        names: What it exports from now on, as far as it has it.

    Raises:
        WasmError: It is no such module.
    """
    parts = [_HEADER]
    for kind, content in _sections(module):
        kept = _kept(content, names) if kind == _EXPORTS else content
        parts += [bytes([kind]), _number(len(kept)), kept]
    return b"".join(parts)


def _kept(content: bytes, names: Collection[str]) -> bytes:
    entries = [entry for name, entry in _exports(content) if name in names]
    return _number(len(entries)) + b"".join(entries)


def _sections(module: bytes) -> Iterator[tuple[int, bytes]]:
    if not module.startswith(_HEADER):
        raise WasmError
    at = len(_HEADER)
    while at < len(module):
        size, start = _read_number(module, at + 1)
        if start + size > len(module):
            raise WasmError
        yield module[at], module[start : start + size]
        at = start + size


def _exports(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Each export's name, and all of it: name, kind and index."""
    count, at = _read_number(content, 0)
    for _ in range(count):
        length, start = _read_number(content, at)
        _, end = _read_number(content, start + length + 1)
        yield content[start : start + length].decode(), content[at:end]
        at = end


def _read_number(content: bytes, at: int) -> tuple[int, int]:
    """A number, and where what follows it begins."""
    number = shift = 0
    for end in range(at, len(content)):
        number |= (content[end] & ~_MORE) << shift
        if content[end] < _MORE:
            return number, end + 1
        shift += _BITS
    raise WasmError


def _number(number: int) -> bytes:
    digits = bytearray()
    while number >= _MORE:
        digits.append(number & ~_MORE & 0xFF | _MORE)
        number >>= _BITS
    return bytes(digits) + bytes([number])
