"""The site to take away: as a zip that starts with Python alone, and as one file that needs nothing at all."""

from guide.packaging.package import package_single, package_site

__all__ = ["package_single", "package_site"]
