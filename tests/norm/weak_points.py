"""A candidate of our own norm who is nearly ready: the points that are weak."""

WEAK = {
    "ACT-7": {"conformity": "T", "demonstrability": "G"},
    "EXP-4": {"conformity": "T", "demonstrability": "G"},
    "SAT-3": {"conformity": "G", "demonstrability": "B"},
    "SAT-4": {"conformity": "G", "demonstrability": "G"},
    "KNW-2": {"conformity": "G", "demonstrability": "B"},
    "KNW-3": {"conformity": "T", "demonstrability": "G"},
    "INT-4": {"conformity": "G", "demonstrability": "G"},
}
