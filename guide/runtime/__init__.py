"""Everything that the browser needs to run the rules: the interpreter, the rules, the norm, the app.

`make_runtime` is the whole of it; the site's builder serves what it writes.
"""

from guide.runtime.asset_names import HASHED_NAME, link_hashed_names
from guide.runtime.build import make_runtime
from guide.runtime.bundle import (
    Bundle,
    as_script,
    make_ready,
    search_language,
    write_service_worker,
    write_service_worker_removal,
    write_single,
)
from guide.runtime.errors import RuntimeFault

__all__ = [
    "HASHED_NAME",
    "Bundle",
    "RuntimeFault",
    "as_script",
    "link_hashed_names",
    "make_ready",
    "make_runtime",
    "search_language",
    "write_service_worker",
    "write_service_worker_removal",
    "write_single",
]
