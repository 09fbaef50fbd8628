"""Firefox and WebKit read Word documents and PDFs as Chromium and the command line do."""

import pytest

from tests.engines.engines import Engine
from tests.engines.page_scripts import do
from tests.engines.text_files import open_file, wait_for_text
from tests.texts.made_files import DOCUMENTS, PDFS


@pytest.mark.parametrize(
    ("name", "made", "part"), [("a.docx", DOCUMENTS["table"], "30 %"), ("a.pdf", PDFS["lines"], "Eén keer")]
)
def test_a_file_is_read(engine: Engine, site_url: str, name: str, made: tuple[bytes, str], part: str) -> None:
    raw, text = made
    engine.open(f"{site_url}teksten/")

    assert do(engine, open_file(name, raw) + wait_for_text(part)) == text
