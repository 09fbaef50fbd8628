"""Editing tools for who keeps the norm: what names an element, and changes that reach every place at once."""
