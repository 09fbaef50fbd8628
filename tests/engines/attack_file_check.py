"""Firefox and WebKit find in a workbook what the command line finds."""

import base64
import subprocess
import sys
from pathlib import Path

from tests.engines.engines import Engine
from tests.engines.page_scripts import do
from tests.guide.project_files.spreadsheets import SPREADSHEETS

DAY = "2026-11-22"
LIST = SPREADSHEETS["no-break-spaces.xlsx"]()
LOOK = f"""
await until(() => document.querySelector('#kmop-files:not([hidden])'), 'the page')
document.querySelector('#kmop-files-date').value = '{DAY}'
const bytes = Uint8Array.from(atob('{base64.b64encode(LIST).decode()}'), each => each.charCodeAt(0))
const given = new DataTransfer()
given.items.add(new File([bytes], 'a.xlsx'))
const input = document.querySelector('#kmop-files-file')
input.files = given.files
input.dispatchEvent(new Event('change', {{bubbles: true}}))
await until(() => document.querySelector('#kmop-files-result:not([hidden]) li'), 'a finding')
return downloaded('[data-files=save]')
"""


def test_a_list_is_looked_at_as_on_the_command_line(engine: Engine, site_url: str, tmp_path: Path) -> None:
    engine.open(f"{site_url}dossiers/")

    told = do(engine, LOOK)["text"]

    file = tmp_path / "a.xlsx"
    file.write_bytes(LIST)
    command = [sys.executable, "-m", "guide", "files", str(file), "--date", DAY]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (told, done.returncode) == (done.stdout.replace(str(file), "a.xlsx"), 1)
