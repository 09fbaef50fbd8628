"""The version of the rules, for the receipt under everything that people take along."""

__all__ = ["RULES_VERSION"]

RULES_VERSION = "0.1.0"
