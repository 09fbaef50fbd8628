"""The commands that edit the norm: `kmop show`, `rename`, `merge`, `remove`, `new` and `fmt`."""
