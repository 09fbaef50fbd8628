"""What a change of the norm does to candidates: to the norm's own examples and cases, and to saved answers."""
