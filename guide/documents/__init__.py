"""Reading YAML, JSON and text files, with the place of everything in them."""
