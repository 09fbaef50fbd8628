"""Stamping: scripts that name the runtime are bundled once, and get the name that it has today.

The runtime's key is another with each text of the norm, the scripts are not. What holds the key, and what names a file
that holds it, gets another name too, as if the bundler had known the key.
"""

import base64
import hashlib
import re
from collections.abc import Mapping

from guide.runtime.asset_names import HASHED_NAME

__all__ = ["PLACEHOLDER", "stamped"]

PLACEHOLDER = "kmop-runtime-key"
"""Stands in scripts where the key belongs; none of them says it otherwise."""

# As many signs as the bundler writes.
_SIGNS = 8


def stamped(scripts: Mapping[str, str], key: str) -> dict[str, str]:
    """Return scripts that know the key.

    Args:
        scripts: Texts by path, with the placeholder in them.
        key: What takes its place.
    """
    names = {path: path.rpartition("/")[2] for path in scripts}
    renamed = {names[path]: _renamed(names[path], key) for path in sorted(_holding(scripts, names))}
    words = {PLACEHOLDER: key, **{before: after for before, after in renamed.items() if before != after}}
    pattern = re.compile("|".join(map(re.escape, words)))
    return {
        path.removesuffix(names[path]) + renamed.get(names[path], names[path]): pattern.sub(lambda w: words[w[0]], text)
        for path, text in scripts.items()
    }


def _holding(scripts: Mapping[str, str], names: Mapping[str, str]) -> set[str]:
    """Return the scripts that hold the key, and those that name one of them, and so on."""
    holding = {path for path, text in scripts.items() if PLACEHOLDER in text}
    while True:
        more = {
            path
            for path, text in scripts.items()
            if path not in holding
            and any(names[each] in text for each in holding if HASHED_NAME.fullmatch(names[each]))
        }
        if not more:
            return holding
        holding |= more


def _renamed(name: str, key: str) -> str:
    """Return the name of a script whose content hangs on the key; one without a hash in it keeps its name."""
    found = HASHED_NAME.fullmatch(name)
    if found is None:
        return name
    digest = hashlib.sha256(f"{name} {key}".encode()).digest()
    before = name[len(found["name"]) + 1 :].partition(".")[0]
    return name.replace(f".{before}.", f".{base64.b32encode(digest).decode()[:_SIGNS]}.", 1)
