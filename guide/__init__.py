"""Everything that turns the norm files into products: checker, pages, bundle, command line."""
