"""Everything that the browser needs to run the rules: the interpreter, the rules, the norm, the app.

`make_runtime` is the whole of it; the site's builder serves what it writes.
"""

from guide.runtime.asset_names import HASHED_NAME, link_hashed_names
from guide.runtime.build import Runtime, make_runtime
from guide.runtime.bundle import (
    Bundle,
    as_script,
    search_language,
    write_service_worker,
    write_service_worker_removal,
)
from guide.runtime.errors import RuntimeFault

__all__ = [
    "HASHED_NAME",
    "Bundle",
    "Runtime",
    "RuntimeFault",
    "as_script",
    "link_hashed_names",
    "make_runtime",
    "search_language",
    "write_service_worker",
    "write_service_worker_removal",
]
