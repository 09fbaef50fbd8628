"""`python -m tests.texts FOLDER…`: precision and recall by kind; with `--notes`, what was wrong or missed."""

import sys
from pathlib import Path

from guide.catalogue import LANGUAGE, load_messages
from tests.norms import REAL_NORM, checked_norm
from tests.texts.measure import measure


def main() -> None:
    """Print the table of each folder."""
    words = sys.argv[1:]
    for folder in (Path(word) for word in words if not word.startswith("-")):
        measured = measure(folder, checked_norm(REAL_NORM), load_messages(LANGUAGE))
        lines = [f"{folder.name}: {measured.texts} texts", *measured.lines()]
        sys.stdout.write("\n".join([*lines, *(measured.notes if "--notes" in words else ()), ""]))


if __name__ == "__main__":
    main()
