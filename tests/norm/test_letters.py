"""The ready letters: whoever reads that we did not find something can ask it with one of them."""

from guide.catalogue import LANGUAGE
from guide.paths import DOCS, NORM
from tests.assessment.cases import Record


def test_every_letter_stands_on_a_page(real_norm: Record) -> None:
    prose = " ".join(path.read_text("utf-8") for path in (DOCS / LANGUAGE).rglob("*.md"))
    situations = (NORM / "situations.yaml").read_text("utf-8")

    assert [
        name
        for name in real_norm["letters"]["letters"]
        if f'letter("{name}")' not in prose
        and f"letter: {name}" not in situations
        and f"letter:{name}" not in situations
    ] == []
