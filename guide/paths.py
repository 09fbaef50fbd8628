"""Where things lie in the project: modules take every folder and file of it from here.

Modules read these when they need them (`paths.CACHE`) and do not copy them, so that a test can put another in place.
In a checkout everything is there; an installed package brings the norm and the schemas along, and no sources of a site.
"""

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent
# Where the wheel puts what stands beside the packages in a checkout; see `pyproject.toml`.
_BROUGHT = _PACKAGE / "brought"

INSTALLED = _BROUGHT.is_dir()
ROOT = _PACKAGE.parent
_DATA = _BROUGHT if INSTALLED else ROOT
NORM, SCHEMAS = _DATA / "norm", _DATA / "schemas"
ASSESSMENT, MESSAGES, TEMPLATES = ROOT / "assessment", _PACKAGE / "messages", _PACKAGE / "templates"
PAGES = _PACKAGE / "pages"
# Only in a checkout: what a site is made of.
DOCS, FRONTEND, NODE_MODULES = ROOT / "docs", ROOT / "frontend", ROOT / "node_modules"
MKDOCS_YML, HOST, LICENCE = ROOT / "mkdocs.yml", ROOT / "host.yaml", ROOT / "LICENSE"


def _cache() -> Path:
    if not INSTALLED:
        return ROOT / ".cache"
    from platformdirs import user_cache_path  # noqa: PLC0415 - a checkout keeps what it makes in itself

    return user_cache_path("kmop-gids", appauthor=False)


CACHE = _cache()
# Elsewhere for whoever wants to build with an empty cache; what is compressed and trimmed is not moved by it.
KEPT = Path(os.environ.get("KMOP_KEPT") or CACHE / "kept")


def missing_sources() -> list[str]:
    """Return what is not there of what a site is made of besides the norm, by name."""
    return [path.name for path in (DOCS, FRONTEND, MKDOCS_YML) if not path.exists()]
