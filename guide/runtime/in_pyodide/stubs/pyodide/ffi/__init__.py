"""Stands in for `pyodide.ffi`, which is imported and of which nothing is used."""
