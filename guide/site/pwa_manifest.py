"""PWA manifest, by which the site is installed as an app."""

import json
from collections.abc import Mapping
from pathlib import Path

__all__ = ["write_pwa_manifest"]

# Every host knows this ending; it need not know the one of its own that such a file may have.
MANIFEST = "manifest.json"
BRAND = "#1c4f52"


def write_pwa_manifest(site: Path, messages: Mapping[str, str], language: str) -> None:
    """Write the manifest into the folder of the site, with the app's name and icons.

    Args:
        site: The folder of the site.
        messages: The message catalogue.
        language: The language of the site.
    """
    (site / MANIFEST).write_text(_app(messages, language), encoding="utf-8", newline="\n")


def _app(messages: Mapping[str, str], language: str) -> str:
    icon = {"src": "assets/icon-512.png", "sizes": "512x512", "type": "image/png"}
    app = {
        "id": "./",
        "name": messages["package.app_name"],
        "short_name": messages["pages.site.title"],
        "description": messages["pages.site.description"],
        "lang": language,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": BRAND,
        "theme_color": BRAND,
        "icons": [
            {**icon, "src": "assets/icon-192.png", "sizes": "192x192"},
            icon,
            {**icon, "src": "assets/icon-maskable-512.png", "purpose": "maskable"},
        ],
    }
    return json.dumps(app, ensure_ascii=False, indent=1) + "\n"
