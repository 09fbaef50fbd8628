"""Voortgang in woorden: how a requirement stands, and whether only the quick scan says so."""

from assessment.case import Record
from assessment.view.builder import ViewBuilder

__all__ = ["progress_label"]


def progress_label(builder: ViewBuilder, progress: Record) -> str:
    """Say how a requirement stands; what only the quick scan says, and what is filled in partly, says so."""
    scan, state = progress["scan"], progress["state"]
    if scan:
        return builder.message(f"view.progress.scan.{scan['says']}")
    return builder.message(f"view.progress.state.{'partly' if state == 'open' and progress['in_order'] else state}")
