"""The rules: from a norm, a candidate's answers and a date to a report with its reasons.

Pure Python on the standard library, without files, clock or network, so that the same files run on the command line,
in the tests and in the browser. What is public stands in `__all__`:

- `carry` brings saved answers to this version of the norm;
- `parse_answers` checks a candidate's answers and tells every `Fault`;
- `assess` judges them against the norm on a date;
- `present` puts the report into words, through `Words`, `explain` the calculations behind it
  and `present_trace` all of them as one section;
- `canonical_json`, `fingerprint` and `report_json` turn documents into bytes that are the same everywhere.
"""

from assessment.answers import ANSWERS_FORMAT, parse_answers
from assessment.canonical import canonical_json, fingerprint, report_json
from assessment.faults import Fault
from assessment.migration import Carried, carry
from assessment.report import REPORT_FORMAT, assess
from assessment.view import explain, present, present_trace
from assessment.view.migration import tell_carried
from assessment.wording import Words

__all__ = [
    "ANSWERS_FORMAT",
    "REPORT_FORMAT",
    "Carried",
    "Fault",
    "Words",
    "assess",
    "canonical_json",
    "carry",
    "explain",
    "fingerprint",
    "parse_answers",
    "present",
    "present_trace",
    "report_json",
    "tell_carried",
]
