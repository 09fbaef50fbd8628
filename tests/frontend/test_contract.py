"""What the page asks is what Python offers, and what the build tries before it leaves anything out."""

import re
from pathlib import Path

from guide import paths
from guide.runtime.in_pyodide.api import RulesApi
from guide.runtime.trim_library import TrimJob

OFFERED = {name for name in vars(RulesApi) if name.endswith("_json")}


def test_the_page_can_ask_all_that_python_offers_and_nothing_else() -> None:
    contract = (paths.FRONTEND / "contract" / "worker.ts").read_text(encoding="utf-8")
    assert {f"{question}_json" for question in re.findall(r"^  (\w+): \{ takes:", contract, re.MULTILINE)} == OFFERED


def test_the_build_tries_all_that_python_offers() -> None:
    job = TrimJob(Path(), [], {}, Path())
    assert {method for method, *_ in job.cases} == OFFERED
