"""Why a file that somebody gave could not be read, as a message."""

from __future__ import annotations

__all__ = ["why_unread"]

_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (FileNotFoundError, "check.file_missing"),
    (IsADirectoryError, "check.file_is_folder"),
    (PermissionError, "check.file_forbidden"),
)


def why_unread(error: OSError | ValueError) -> str:
    """Return the id of the message for what the system refused; a name that no file can have is a `ValueError`."""
    return next((message for kind, message in _REASONS if isinstance(error, kind)), "check.file_unreadable")
