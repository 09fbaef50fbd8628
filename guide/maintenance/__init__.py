"""What time does to a norm that is in order: sources that nobody read for long, and links that lead nowhere."""

from guide.maintenance.links import Link, broken_links, links_of
from guide.maintenance.stale import Stale, stale_parts

__all__ = ["Link", "Stale", "broken_links", "links_of", "stale_parts"]
