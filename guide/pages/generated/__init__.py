"""Pages that are made whole: examples and paths."""
