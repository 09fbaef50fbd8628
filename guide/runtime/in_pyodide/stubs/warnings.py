"""Stands in for `warnings`, which is imported and of which nothing is used."""
