"""Where the site that browser tests look at was built."""

from guide.paths import ROOT

__all__ = ["SITE"]

SITE = ROOT / "site"
