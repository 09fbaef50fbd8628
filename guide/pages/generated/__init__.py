"""Pages that are made whole: the paths of providers."""
