"""What the page asks is what Python offers, and what the build tries before it leaves anything out."""

import re
from pathlib import Path

from guide import paths
from guide.runtime.extensions import EXTENSIONS
from guide.runtime.in_pyodide.api import RulesApi
from guide.runtime.in_pyodide.files_api import make_api as files_api
from guide.runtime.in_pyodide.texts_api import make_api as texts_api
from guide.runtime.trim_library import TrimJob
from tests.norms import REAL_NORM, checked_norm

OFFERED = {name for name in vars(RulesApi) if name.endswith("_json")}
BESIDES = {name for api in (files_api, texts_api) for name in vars(api) if name.endswith("_json")}
CONTRACT = (paths.FRONTEND / "contract" / "worker.ts").read_text(encoding="utf-8")


def asked(interface: str) -> set[str]:
    """What the page asks, by the interface that says so."""
    body = CONTRACT.partition(f"export interface {interface} {{")[2].partition("\n}")[0]
    return {f"{question}_json" for question in re.findall(r"^  (\w+): \{ takes:", body, re.MULTILINE)}


def test_the_page_can_ask_all_that_python_offers_and_nothing_else() -> None:
    assert asked("RulesApi") == OFFERED


def test_extensions_are_asked_all_that_they_offer_and_nothing_else() -> None:
    assert asked("ExtensionsApi") == BESIDES


def test_the_build_tries_all_that_extensions_offer() -> None:
    norm = checked_norm(REAL_NORM)
    assert {method for each in EXTENSIONS for method, *_ in each.cases(norm)} == BESIDES


def test_the_build_tries_all_that_python_offers() -> None:
    job = TrimJob(Path(), [], {}, Path())
    assert {method for method, *_ in job.cases} == OFFERED
