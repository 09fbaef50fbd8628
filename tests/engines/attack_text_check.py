"""Firefox and WebKit find in a text what the command line finds, on the site and in the one file."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.paths import SITE
from tests.engines.engines import Engine
from tests.engines.page_scripts import do
from tests.engines.text_files import open_file, wait_for_text
from tests.texts.made_files import pdf_of

DAY = "2026-11-22"
PDF = pdf_of(["Kleine ondernemingen krijgen 40 % subsidie via de kmo-portefeuille."])
LOOK = f"""
document.querySelector('#kmop-texts-date').value = '{DAY}'
document.querySelector('#kmop-texts-form .md-button--primary').click()
await until(() => document.querySelector('#kmop-texts-result:not([hidden]) li'), 'a finding')
return downloaded('[data-texts=save]')
"""


@pytest.mark.parametrize("address", ["{site}teksten/", "{single}#/teksten/"], ids=["site", "single"])
def test_a_text_is_looked_at_as_on_the_command_line(
    engine: Engine, site_url: str, tmp_path: Path, address: str
) -> None:
    engine.open(address.format(site=site_url, single=(SITE / "kmop-gids.html").as_uri()))

    do(engine, open_file("a.pdf", PDF) + wait_for_text("40 %"))
    told = do(engine, LOOK)["text"]

    file = tmp_path / "a.pdf"
    file.write_bytes(PDF)
    command = [sys.executable, "-m", "guide", "text", str(file), "--date", DAY]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (told, done.returncode) == (done.stdout.replace(str(file), "a.pdf"), 1)
