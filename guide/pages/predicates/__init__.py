"""Conditions as sentences and clauses."""
