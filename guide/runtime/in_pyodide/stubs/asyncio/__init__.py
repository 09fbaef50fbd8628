"""Stands in for `asyncio`, which is imported and of which nothing is used."""
