"""The command `kmop`, also by `python -m guide`; apart from its module, whose imports take a while."""

import gc
import sys

__all__ = ["main"]

_INTERRUPTED = 130


def main() -> None:
    """Run the command; Ctrl-C ends it in silence, also while it still loads."""
    try:
        from guide.cli import main as run  # noqa: PLC0415 - what is loaded here can be interrupted without a traceback

        run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    finally:
        # What the process holds goes with it; to look for garbage in all of it first takes a tenth of a second.
        gc.freeze()


if __name__ == "__main__":
    main()
