"""Whether an export was made by these rules from these answers: it is made again, and the two are compared."""
