"""JSON Schema over documents, and what a schema refuses as faults."""

import sys

# `jsonschema` takes over a second to compile this one's grammars where it is installed, for formats that no schema of
# ours has. A module that is None cannot be imported, which the library takes for not installed.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
