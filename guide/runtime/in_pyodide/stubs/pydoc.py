"""Stands in for `pydoc`, which is imported and of which nothing is used."""
