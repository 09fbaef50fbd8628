"""The rules: from a norm, a candidate's answers and a date to a report with its reasons.

Pure Python on the standard library, without files, clock or network, so that the same files run on the command line,
in the tests and in the browser. What is public stands in `__all__`:

- `migrate` brings saved answers to this version of the norm;
- `parse_answers` checks a candidate's answers and tells every `Fault`;
- `assess` judges them against the norm on a date;
- `present` puts the report into words, through `Wording`, `explain` the calculations behind it and `present_trace` all
  of them as one section; `present_summary` makes a section of what a result begins with;
- `canonical_json`, `fingerprint` and `report_json` turn documents into bytes that are the same everywhere.
"""

from assessment.answers import ANSWERS_FORMAT, parse_answers
from assessment.canonical import canonical_json, fingerprint, report_json
from assessment.faults import Fault
from assessment.migration import Migrated, migrate
from assessment.report import REPORT_FORMAT, assess
from assessment.view import explain, present, present_summary, present_trace
from assessment.view.migration import migration_messages
from assessment.wording import Wording

__all__ = [
    "ANSWERS_FORMAT",
    "REPORT_FORMAT",
    "Fault",
    "Migrated",
    "Wording",
    "assess",
    "canonical_json",
    "explain",
    "fingerprint",
    "migrate",
    "migration_messages",
    "parse_answers",
    "present",
    "present_summary",
    "present_trace",
    "report_json",
]
