"""HTTP headers (Content-Security-Policy, caching) for each file, in the `_headers` file that several hosts read.

The form: an address, in which `*` stands for anything, and below it, indented, one header on each line. Every address
that fits adds its headers.
"""

import base64
import hashlib
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

__all__ = ["HEADERS", "write_headers"]

HEADERS = "_headers"
A_YEAR = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"
# What is never worth a second look: the name changes with the content.
IMMUTABLE = (
    "/assets/runtime/*",
    "/assets/kmop/*.min.js",
    "/assets/kmop/*.min.css",
    "/assets/javascripts/bundle.*.min.js",
    "/assets/javascripts/workers/*.min.js",
    "/assets/stylesheets/*.min.css",
    "/assets/stylesheets/*.woff2",
)
# The one file is for taking away: its scripts stand in it, which the policy of the site lets no page do. Some hosts
# leave out the ending.
SINGLE = "/kmop-gids*"
# Scripts in the page itself; those with a type of their own are data.
INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def write_headers(site: Path) -> None:
    """Write the file of headers into a finished site."""
    blocks = {"/*": {**ALWAYS, "Content-Security-Policy": _policy(site), "Cache-Control": ASK_FIRST}}
    blocks |= {address: {"! Cache-Control": "", "Cache-Control": A_YEAR} for address in IMMUTABLE}
    blocks |= {"/*.wasm": {"Content-Type": "application/wasm"}}
    blocks |= {SINGLE: {"Content-Disposition": "attachment"}}
    lines = [line for address, headers in blocks.items() for line in (address, *_lines(headers))]
    (site / HEADERS).write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


def _lines(headers: dict[str, str]) -> Iterator[str]:
    for name, value in headers.items():
        yield f"  {name}: {value}" if value else f"  {name}"


def _policy(site: Path) -> str:
    """Let pages use what the site itself brings, and the scripts that stand in its own pages, and nothing else."""
    inline = " ".join(sorted(_hashes(site)))
    rules = {
        "default-src": "'self'",
        # Python is WebAssembly, which browsers count as code made on the spot.
        "script-src": f"'self' 'wasm-unsafe-eval' {inline}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        # Whether module workers exist is tried out with one made on the spot.
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        # The page that is not found asks what to search for.
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}".strip() for name, value in rules.items())


def _hashes(site: Path) -> set[str]:
    pages = (page for page in site.rglob("*.html") if not fnmatch(f"/{page.relative_to(site).as_posix()}", SINGLE))
    scripts = {script for page in pages for script in INLINE.findall(page.read_bytes())}
    digests = (hashlib.sha256(script).digest() for script in scripts)
    return {f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests}
