"""Stands in for `pkgutil`, which is imported and of which nothing is used."""
