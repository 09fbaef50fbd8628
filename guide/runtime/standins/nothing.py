"""Stands in for a module that is imported, and of which nothing is used."""
