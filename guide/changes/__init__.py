"""What differs between two states of a norm: each element, how far it changed, and the pages that show it."""
