"""Stands in for `traceback`, which is imported and of which nothing is used."""
