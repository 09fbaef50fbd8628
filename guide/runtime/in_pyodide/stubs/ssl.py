"""Stands in for `ssl`, which is imported and of which nothing is used."""
