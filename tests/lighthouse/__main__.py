"""Measures pages on both profiles, and says which score is below what we hold ourselves to.

On a machine that does something else, the score for performance means little: `make lighthouse` runs it when asked, and
the gate looks at the other three.
"""

import sys

import click

from tests.browser.built_pages import ASSESSMENT, PAGES
from tests.browser.chromium import find_chromium
from tests.lighthouse.running import CATEGORIES, PROFILES, failed, hosted, measured, pack_beforehand, scores

# The score of each category that a page must reach, on the desktop and on a phone.
OF_THE_GUIDE = {"desktop": (100, 100, 100, 100), "mobile": (98, 100, 100, 100)}
OF_THE_ASSESSMENT = {"desktop": (95, 95, 95, 95), "mobile": (95, 95, 95, 95)}
KINDS = ("", "audit/kostprijs/", "situatie/opleiding/", "vragen/geld-en-tijd/", "naslag/kostprijs/", ASSESSMENT)
# Search engines are told to leave it out, which costs it points on purpose.
NOT_FOUND = "404.html"


@click.command()
@click.argument("pages", nargs=-1)
@click.option("--every", is_flag=True, help="Measure every page, which takes twenty minutes.")
def main(pages: tuple[str, ...], *, every: bool) -> None:
    """Print a line for each of the PAGES (one of each kind if none is named) and profile, and what is below the bar."""
    chromium = find_chromium()
    if chromium is None:
        raise click.ClickException("no Chromium found")
    chosen = [page for page in PAGES if page != NOT_FOUND] if every else pages or KINDS
    pack_beforehand()
    with hosted() as url:
        low = [_low(url, page, profile, chromium) for page in chosen for profile in PROFILES]
    sys.exit(1 if any(low) else 0)


def _low(url: str, page: str, profile: str, chromium: str) -> list[str]:
    report = measured(url + page, profile, chromium)
    found = scores(report)
    told = ", ".join(f"{name} {found[name]}" for name in CATEGORIES)
    click.echo(f"{page or 'home'} {profile}: {told}")
    bars = (OF_THE_ASSESSMENT if page == ASSESSMENT else OF_THE_GUIDE)[profile]
    below = [name for name, bar in zip(CATEGORIES, bars, strict=True) if found[name] < bar]
    for line in failed(report) if below else []:
        click.echo(f"  {line}")
    return below


if __name__ == "__main__":
    main()
