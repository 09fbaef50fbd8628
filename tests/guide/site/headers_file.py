"""Reads the file of headers as a host does."""

from fnmatch import fnmatchcase

__all__ = ["headers_for"]


def headers_for(text: str, path: str) -> dict[str, str]:
    """Read what a host sends with a file, as the hosts that know this form read it.

    Args:
        text: What stands in the file of headers.
        path: The path of the file on the site, beginning with a slash.
    """
    found: dict[str, str] = {}
    fits = False
    for line in text.splitlines():
        if not line.startswith(" "):
            fits = fnmatchcase(path, line)
        elif fits and line.strip().startswith("! "):
            found.pop(line.strip().removeprefix("! "), None)
        elif fits:
            name, _, value = line.strip().partition(": ")
            found[name] = value
    return found
