"""The text check: is what a provider tells customers right on a day?

Text in, findings out: `readable` and `html_text` say what a person reads, `tokens`, `numbers` and `sentences` take it
apart, `patterns` and `matching` look for what the rules of the norm look for, `held` compares claims with the norm,
and `report` says what was found. Public is what stands in `__all__`.
"""

from assessment.texts.report import FORMS, TEXT_REPORT_FORMAT, Given, Prepared, check_text, prepare

__all__ = ["FORMS", "TEXT_REPORT_FORMAT", "Given", "Prepared", "check_text", "prepare"]
