"""What an export was made with, as data: enough to make it again from the same answers, and to compare."""

from typing import Any

from assessment.case import Record
from assessment.version import RULES_VERSION

__all__ = ["RECEIPT", "RECEIPT_FORMAT", "receipt_of"]

RECEIPT = "kmop-receipt"
"""The name under which files hold it."""

RECEIPT_FORMAT = "kmop-receipt/1"


def receipt_of(report: Record, kind: str, **made: Any) -> Record:
    """Return what an export was made with.

    Args:
        report: What `assess` returned.
        kind: What it is: `report`, `auditor` or `plan`.
        **made: What else it hangs on, such as its `form`. The fingerprint of the answers is none of it unless given:
            what goes to others says nothing of answers that are not in it.
    """
    return {
        "format": RECEIPT_FORMAT,
        "kind": kind,
        "norm": report["norm"],
        "rules": RULES_VERSION,
        "date": report["date"],
        **made,
    }
