"""Het ontvangstbewijs: what this was made with, so that it can be made again and compared."""

from assessment.audit_folder.nodes import fact, node
from assessment.case import Record
from assessment.version import RULES_VERSION
from assessment.view.builder import ViewBuilder

__all__ = ["receipt_section"]


def receipt_section(builder: ViewBuilder, report: Record) -> Record:
    """Show norm, rules, answers and date by their fingerprints."""
    norm = report["norm"]
    values = {
        "norm": norm["id"],
        "version": norm["version"],
        "norm_sha256": norm["sha256"],
        "rules": RULES_VERSION,
        "answers_sha256": report["answers_sha256"],
        "date": report["date"],
    }
    facts = [fact(builder, f"receipt.{name}", text) for name, text in values.items()]
    title, text = (builder.message(f"folder.receipt.{part}") for part in ("title", "text"))
    return node("receipt", title, text, facts=facts)
