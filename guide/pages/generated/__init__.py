"""What pages are made of that no one writes by hand."""
