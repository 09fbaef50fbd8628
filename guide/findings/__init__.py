"""What `kmop text` and `kmop files` share: how what they found is written, and why a file was not read."""

from guide.findings.output import write_found

__all__ = ["write_found"]
