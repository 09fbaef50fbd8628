"""Where things lie in the project: modules take every folder and file of it from here.

Modules read these when they need them (`paths.CACHE`) and do not copy them, so that a test can put another in place.
"""

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent
NORM, SCHEMAS, DOCS = ROOT / "norm", ROOT / "schemas", ROOT / "docs"
ASSESSMENT, FRONTEND = ROOT / "assessment", ROOT / "frontend"
MESSAGES, TEMPLATES = ROOT / "guide" / "messages", ROOT / "guide" / "templates"
NODE_MODULES, MKDOCS_YML, LICENCE = ROOT / "node_modules", ROOT / "mkdocs.yml", ROOT / "LICENSE"
HOST = ROOT / "host.yaml"
CACHE = ROOT / ".cache"
# Elsewhere for whoever wants to build with an empty cache; what is compressed and trimmed is not moved by it.
KEPT = Path(os.environ.get("KMOP_KEPT") or CACHE / "kept")
