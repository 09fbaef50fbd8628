"""Wie doet wat: the three who act on the way to a registration, of the many that the norm names."""

from collections.abc import Mapping
from typing import Any

from assessment.case import Record

__all__ = ["LANES", "lane_of"]

LANES = {
    "provider": "you",
    "local_administrator": "you",
    "audit_bureau": "bureau",
    "certification_committee": "bureau",
    "agency": "agency",
    "minister": "agency",
}


def lane_of(norm: Mapping[str, Any], entry: Record) -> str:
    """Tell who acts in a step: the first that the norm names."""
    return LANES[norm["procedure"]["steps"][entry["id"]]["who"][0]]
