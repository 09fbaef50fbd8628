"""The rules: from a norm, a candidate's answers and a date to a report with its reasons.

Pure Python on the standard library, without files, clock or network, so that the same files run on the command line,
in the tests and in the browser. What is public stands in `__all__`:

- `carry` brings saved answers to this version of the norm;
- `parse_answers` checks a candidate's answers and tells every `Fault`;
- `assess` judges them against the norm on a date;
- `present` puts the report into words, through `Words`;
- `canonical_json`, `fingerprint` and `report_json` turn documents into bytes that are the same everywhere.
"""

from assessment.answers import ANSWERS_FORMAT, parse_answers
from assessment.canonical import canonical_json, fingerprint, report_json
from assessment.faults import Fault
from assessment.migration import Carried, carry
from assessment.report import REPORT_FORMAT, assess
from assessment.view import present
from assessment.view.carried import tell_carried
from assessment.words import Words

__all__ = [
    "ANSWERS_FORMAT",
    "REPORT_FORMAT",
    "Carried",
    "Fault",
    "Words",
    "assess",
    "canonical_json",
    "carry",
    "fingerprint",
    "parse_answers",
    "present",
    "report_json",
    "tell_carried",
]
