"""Firefox and WebKit read the guide and assess as Chromium does: the same bytes, kept and taken along."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from guide.catalogue import load_messages
from tests.browser.norm_ids import FIRST_CHECK
from tests.browser.paths import SITE
from tests.engines.engines import Engine
from tests.engines.page_scripts import do, saved_by

DATE = "2026-11-22"
PROVIDER, SCORE = "profile.provider_kind", f"checks.{FIRST_CHECK}.conformity"
ANSWERS = {"profile": {"provider_kind": "private"}, "checks": {FIRST_CHECK: {"conformity": "T"}}}
WIPED = json.dumps(load_messages("nl")["browser.status.wiped"])
KINDS = ["folder", "plan", "documents", "actions", "calendar"]

KEPT = "until(() => document.querySelector('#kmop-kept').textContent.includes('Laatst bewaard'), 'keeping')"
WIPE = """
document.querySelector('#kmop-wipe').click()
const yes = await until(() => document.querySelector('dialog[open] [value=yes]'), 'the question')
yes.click()
await until(() => document.querySelector('#kmop-status').textContent.includes(WIPED), 'the end of wiping')
""".replace("WIPED", WIPED)


def sit_down(engine: Engine, url: str) -> None:
    engine.open(url)
    do(engine, "await ready()")
    do(
        engine,
        f"""
        const date = document.querySelector('#kmop-date')
        date.value = '{DATE}'
        date.dispatchEvent(new Event('change', {{bubbles: true}}))
        await ready()""",
    )


def answer_all(engine: Engine) -> Any:
    """Give the answers, and return them."""
    do(engine, f"await choose('{PROVIDER}', 'private'); await choose('{SCORE}', 'T')")
    return saved_by(engine)


def told_by_the_command(answers: Any, folder: Path) -> str:
    file = folder / "answers.json"
    file.write_text(json.dumps(answers), encoding="utf-8")
    command = [sys.executable, "-m", "guide", "assess", str(file), "--date", DATE, "--format", "json"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_the_guide_shows_itself(engine: Engine, site_url: str) -> None:
    engine.open(f"{site_url}naslag/kostprijs/")

    assert "Wat kost de audit?" in do(engine, "return document.querySelector('h1').textContent")
    assert do(engine, "return document.documentElement.scrollWidth <= innerWidth")


def test_the_same_bytes_come_out_and_the_answers_survive_a_reload_but_not_wiping(
    engine: Engine, site_url: str, tmp_path: Path
) -> None:
    sit_down(engine, f"{site_url}zelftoets/")
    saved = answer_all(engine)
    assert {name: saved[name] for name in ANSWERS} == ANSWERS
    report = do(engine, "return downloaded('#kmop-report-json')")["text"]
    assert report == told_by_the_command(saved, tmp_path)

    do(engine, f"await {KEPT}")
    sit_down(engine, f"{site_url}zelftoets/")
    assert saved_by(engine) == saved

    do(engine, WIPE)
    sit_down(engine, f"{site_url}zelftoets/")
    assert set(saved_by(engine)) <= {"format", "norm"}


def test_everything_can_be_taken_along(engine: Engine, site_url: str) -> None:
    sit_down(engine, f"{site_url}zelftoets/")

    files = {kind: do(engine, f"return downloaded('.kmop-take [data-take=\"{kind}\"]')") for kind in KINDS}

    assert all(file["size"] > 0 for file in files.values())
    assert {file["name"].rpartition(".")[2] for file in files.values()} == {"docx", "csv", "ics"}


def test_a_template_is_made_in_word_and_excel(engine: Engine, site_url: str) -> None:
    sit_down(engine, f"{site_url}zelftoets/")

    files = [do(engine, f"return downloaded('[data-form={form}]')") for form in ("docx", "xlsx")]

    assert all(file["size"] > 0 for file in files)
    assert [file["name"].rpartition(".")[2] for file in files] == ["docx", "xlsx"]


def test_the_one_file_works_from_the_file_system(engine: Engine, tmp_path: Path) -> None:
    sit_down(engine, (SITE / "kmop-gids.html").as_uri())

    saved = answer_all(engine)
    report = do(engine, "return downloaded('#kmop-report-json')")["text"]

    assert report == told_by_the_command(saved, tmp_path)
