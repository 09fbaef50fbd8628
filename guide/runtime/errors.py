"""What can be missing when the runtime is made, said in one sentence with its remedy."""

from collections.abc import Mapping

__all__ = ["RuntimeFault"]


class RuntimeFault(Exception):  # noqa: N818 - "fault" is this project's word for it
    """The runtime cannot be made; `str()` gives the sentence for the reader."""

    @classmethod
    def of(cls, messages: Mapping[str, str], message: str, **values: str) -> "RuntimeFault":
        """Spell out a fault of `guide/messages/<language>/runtime.yaml`.

        Args:
            messages: The message catalogue of one language.
            message: The id of the sentence.
            values: What the sentence fills in.
        """
        return cls(messages[message].format_map(values))
