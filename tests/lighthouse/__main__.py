"""Measures three kinds of pages on both profiles, and says which score is below what we hold ourselves to.

On a machine that does something else, the score for performance means little: `make lighthouse` runs it when asked, and
the gate looks at the other three.
"""

import sys

from tests.browser.conftest import find_chromium
from tests.lighthouse.running import CATEGORIES, PROFILES, failed, hosted, measured, pack_beforehand, scores

# The score of each category that each kind of page must reach, on the desktop and on a phone.
GUIDE = {"desktop": (100, 100, 100, 100), "mobile": (98, 100, 100, 100)}
ASSESSMENT = {"desktop": (95, 95, 95, 95), "mobile": (95, 95, 95, 95)}
PAGES = {"": GUIDE, "kostprijs/": GUIDE, "zelftoets/": ASSESSMENT}


def main() -> int:
    """Print a line for each page and profile, and what is below the bar."""
    chromium = find_chromium()
    if chromium is None:
        sys.stderr.write("no Chromium found\n")
        return 1
    low = 0
    pack_beforehand()
    with hosted() as url:
        for page, bars in PAGES.items():
            for profile in PROFILES:
                low += _low(f"{url}{page}", profile, bars[profile], chromium)
    return 1 if low else 0


def _low(url: str, profile: str, bars: tuple[int, ...], chromium: str) -> int:
    report = measured(url, profile, chromium)
    found = scores(report)
    page = url.split("/", 3)[3] or "home"
    told = ", ".join(f"{name} {found[name]}" for name in CATEGORIES)
    sys.stdout.write(f"{page} {profile}: {told}\n")
    below = [name for name, bar in zip(CATEGORIES, bars, strict=True) if found[name] < bar]
    for line in failed(report) if below else []:
        sys.stdout.write(f"  {line}\n")
    sys.stdout.flush()
    return len(below)


if __name__ == "__main__":
    raise SystemExit(main())
