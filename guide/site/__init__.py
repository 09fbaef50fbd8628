"""Everything that makes the built site: the MkDocs plugin and what it puts beside the pages."""
