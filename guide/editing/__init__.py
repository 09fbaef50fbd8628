"""Editing tools for whoever keeps the norm: what names an element, and changes that reach every place at once."""
