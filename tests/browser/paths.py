"""Where the site that browser tests look at was built, and the one file of it."""

from guide.paths import ROOT

__all__ = ["SINGLE", "SINGLE_ADDRESS", "SITE"]

SITE = ROOT / "site"
SINGLE = SITE / "kmop-gids.html"
# The app adds the page's own address, which a file takes for a question and does not mind.
SINGLE_ADDRESS = f"{SINGLE.as_uri()}?"
