"""Templates that were compiled stay compiled: at every start, that is a third of what rendering takes."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from guide.cache import Kept

__all__ = ["KeptTemplates"]


class KeptTemplates(BytecodeCache):
    """Where an environment keeps its templates: by name, by file and by what stands in it.

    Args:
        environment: A name for the environment: others compile the same template otherwise.
    """

    def __init__(self, environment: str) -> None:
        self._environment = environment

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept."""
        kept = self._of(bucket).get()
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._of(bucket).put(bucket.bytecode_to_string())

    def _of(self, bucket: Bucket) -> Kept:
        # The key stands for name and file, the checksum for the contents.
        return Kept("templates", [text.encode() for text in (self._environment, bucket.key, bucket.checksum)])
