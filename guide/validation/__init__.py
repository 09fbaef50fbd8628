"""JSON Schema over documents, and what a schema refuses as faults."""
