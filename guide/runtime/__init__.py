"""Everything that the browser needs to run the rules: the interpreter, the rules, the norm, the app.

`make_runtime` is the whole of it; the site's builder serves what it writes.
"""

from guide.runtime.bundle import Bundle, as_script, make_ready, write_service_worker, write_single
from guide.runtime.faults import RuntimeFault
from guide.runtime.making import make_runtime
from guide.runtime.naming import LASTING, name_scripts

__all__ = [
    "LASTING",
    "Bundle",
    "RuntimeFault",
    "as_script",
    "make_ready",
    "make_runtime",
    "name_scripts",
    "write_service_worker",
    "write_single",
]
