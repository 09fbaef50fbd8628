"""What is said of the price as long as nobody told how many requirements are still to be audited."""

from collections.abc import Mapping
from typing import Any

from assessment.case import Record
from assessment.rounding import Rounded, rounded_money
from assessment.view.builder import ViewBuilder

__all__ = ["open_list", "price_by_requirements"]


def open_list(norm: Mapping[str, Any], report: Record) -> str | None:
    """Name the open question that lists what needs no audit any more, if the price hangs on it; not a quoted one."""
    scope = report["scope"]
    if scope["application"] is None or report["cost"]["quoted"]["hours"]:
        return None
    unknown = (entry["because"] for entry in scope["requirements"] if entry["state"] == "unknown" and entry["because"])
    lists = (norm["exemptions"][exemption]["effect"].get("requirements_in") for exemption in unknown)
    return next((name for name in lists if name is not None), None)


def price_by_requirements(builder: ViewBuilder, report: Record) -> Rounded | None:
    """Return the price as a range of which no figure is the likely one; none where the requirements are known."""
    return None if open_list(builder.norm, report) is None else rounded_money(report["cost"]["cents"])
