"""What the tests of the commands share: a command run in this process, and a file for it."""

from pathlib import Path

import pytest

from guide import cli

__all__ = ["run_kmop", "written"]


def run_kmop(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Run `kmop` in this process; its exit code, output and errors."""
    with pytest.raises(SystemExit) as left:
        cli.main([str(word) for word in words])
    out, err = capsys.readouterr()
    return int(str(left.value.code)), out, err


def written(folder: Path, content: str | bytes, name: str) -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
