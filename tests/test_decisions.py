"""The records in docs/decisions: their form, their index, and the paths that they and other documents name."""

import re
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DECISIONS = ROOT / "docs" / "decisions"
RECORDS = sorted(DECISIONS.glob("[0-9]*.md"))
INDEX = DECISIONS / "README.md"
DOCUMENTS = [*RECORDS, INDEX, ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs" / "measurements.md"]

HEAD = re.compile(
    r"# (?P<number>\d+)\. (?P<title>.+)\n\n\*(?P<subtitle>.+)\*\n\n- Date: (?P<day>.+)\n- Status: (?P<status>.+)\n\n"
)
RECORD = re.compile(r"\[(?P<number>\d+)\]\((?P<file>[^\s)]+)\)")
_ONE = r"\[\d+\]\([^\s)]+\)"
STATUS = re.compile(rf"accepted|(?:amended|superseded) by {_ONE}(?:(?:, {_ONE})* and {_ONE})?")

FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
# A place in the repository, and no pattern such as `guide/messages/<language>/`.
PATH = re.compile(r"`((?:assessment|docs|frontend|guide|norm|schemas|tests)/[\w./-]*)`")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def head(path: Path) -> dict[str, str]:
    """What a record says of itself at its top."""
    found = HEAD.match(path.read_text(encoding="utf-8"))
    assert found, f"{path.name} does not begin with title, subtitle, date and status"
    return found.groupdict()


def row(path: Path) -> str:
    """What the index has to say of a record."""
    return "| {number} | [{title}]({file}) | {subtitle} | {day} | {status} |".format(**head(path), file=path.name)


def named_paths(path: Path) -> set[Path]:
    """The places in the repository that a document names, in backticks or as a link."""
    text = FENCED.sub("", path.read_text(encoding="utf-8"))
    return {ROOT / name for name in PATH.findall(text)} | {path.parent / link for link in LINK.findall(text)}


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.name)
class TestRecord:
    def test_begins_with_title_subtitle_date_and_status(self, path: Path) -> None:
        found = head(path)
        assert date.fromisoformat(found["day"]).isoformat() == found["day"]
        assert STATUS.fullmatch(found["status"])

    def test_has_the_number_of_its_file_name(self, path: Path) -> None:
        assert path.name[:4] == head(path)["number"].zfill(4)

    def test_is_amended_or_superseded_by_a_later_record_only(self, path: Path) -> None:
        for later in RECORD.finditer(head(path)["status"]):
            assert int(later["number"]) > int(head(path)["number"])
            assert head(DECISIONS / later["file"])["number"] == later["number"]


class TestIndex:
    def test_says_of_every_record_what_it_says_of_itself(self) -> None:
        rows = [line for line in INDEX.read_text(encoding="utf-8").splitlines() if re.match(r"\| \d", line)]
        assert rows == [row(path) for path in RECORDS]

    def test_numbers_have_no_gap(self) -> None:
        assert [int(head(path)["number"]) for path in RECORDS] == list(range(1, len(RECORDS) + 1))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_path_that_a_document_names_exists(path: Path) -> None:
    assert sorted(str(named) for named in named_paths(path) if not named.exists()) == []
