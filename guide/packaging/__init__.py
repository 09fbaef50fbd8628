"""The site to take away: as a zip that starts with Python alone."""

from guide.packaging.packaging import package_site

__all__ = ["package_site"]
