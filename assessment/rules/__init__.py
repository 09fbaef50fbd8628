"""What the rules decide, one module for each thing: from a case and earlier decisions to a part of the report."""
