"""Work of a candidate with an answer of every kind, as a file holds it."""

from typing import Any

from tests.browser.norm_ids import DOCUMENTS, FIRST_CHECK, LAST_CHECK, SECOND_CHECK

__all__ = ["WORK"]

WORK: dict[str, Any] = {
    "format": "kmop-answers/1",
    "title": "Onze zelftoets",
    "profile": {
        "services": ["advice", "training"],
        "advice_is_cybersecurity": True,
        "provider_kind": "private",
        "certificates": [],
        "deployed_people": 3,
        "sites": {"belgium": 2, "abroad": 0},
        "dates": {"application": "2026-03-01"},
        "hourly_rate": "150.50",
        "enterprise_number": "BE 0403.170.701",
    },
    "checks": {
        FIRST_CHECK: {"conformity": "T", "demonstrability": "G", "note": "eerste\ntweede  "},
        SECOND_CHECK: {"not_applicable": {"reason": "niet bij ons"}, "present": "Jan\nMia"},
        LAST_CHECK: {"conformity": "V"},
    },
    "documents": {DOCUMENTS[0]: {"state": "ready", "note": "in de map <b>1</b>", "place": "lade 2", "owner": "Mia"}},
}
