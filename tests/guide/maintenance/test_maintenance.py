"""What `kmop check` looks at when asked: sources that nobody read for long, and links to other sites."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from guide import cli
from guide.maintenance import broken_links, links_of, stale_parts
from tests.norms import REAL_NORM, SMALL_NORM, checked_norm

TODAY = date(2026, 7, 1)


@pytest.fixture
def norm(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))


def read_on(norm: Path, *days: str) -> None:
    """Say of the first sources when they were read last."""
    path = norm / "sources.yaml"
    first, *sources = path.read_text("utf-8").split("  - id: ")
    said = [f'{source.rstrip()}\n    seen_on: "{day}"\n' for source, day in zip(sources, days, strict=False)]
    path.write_text("  - id: ".join([first, *said, *sources[len(days) :]]), encoding="utf-8")


def test_sources_that_nobody_read_for_long_are_told_the_oldest_first(norm: Path) -> None:
    read_on(norm, "2025-12-01", "2025-06-01", "2026-06-30")

    found = stale_parts(norm, 180, TODAY).read

    assert [dict(fault.values)["day"] for fault in found] == ["2025-06-01", "2025-12-01"]
    assert all(fault.file.endswith("sources.yaml") and fault.line > 1 for fault in found)


def test_when_a_source_was_read_is_not_made_up(norm: Path) -> None:
    """The day on which the norm was brought up to date says nothing of it."""
    undated = {fault.path for fault in stale_parts(norm, 36_500, TODAY).undated}
    read_on(norm, "2026-06-30")
    left = stale_parts(norm, 36_500, TODAY).undated

    assert (len(undated), len(left)) == (len(checked_norm(SMALL_NORM)["sources"]), len(undated) - 1)
    assert all(dict(fault.values).keys() == {"number"} for fault in left)


def test_a_statement_is_as_fresh_as_the_source_of_it_that_was_read_last(norm: Path) -> None:
    before = sum(int(dict(fault.values)["number"]) for fault in stale_parts(norm, 180, TODAY).undated)
    read_on(norm, "2026-06-30")
    old = stale_parts(norm, 180, TODAY)

    assert 0 <= sum(int(dict(fault.values)["number"]) for fault in old.undated) < before
    assert old.read == []


def test_what_has_no_source_is_as_old_as_the_norm(norm: Path) -> None:
    (fault,) = stale_parts(norm, 181, TODAY).unsourced

    assert (fault.path, dict(fault.values)["day"]) == ("checked_on", "2026-01-01")
    assert stale_parts(norm, 182, TODAY).unsourced == []


def test_of_our_own_norm_every_day_that_is_known_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    sources = checked_norm(REAL_NORM)["sources"].values()
    undated = [source for source in sources if "seen_on" not in source]
    with pytest.raises(SystemExit) as left:
        cli.main(["check", "--norm", str(REAL_NORM), "--stale", "36500"])

    heading, *lines = capsys.readouterr().err.splitlines()
    assert (left.value.code, len(lines)) == (1, len(undated))
    assert heading == f"Van deze bronnen is niet genoteerd wanneer iemand ze het laatst las ({len(undated)}):"
    numbers = [int(line.partition("zonder recentere bron: ")[2].partition(";")[0]) for line in lines]
    assert numbers == sorted(numbers, reverse=True)


def test_the_command_tells_what_is_stale_and_says_that_not_all_is_well(
    norm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read_on(norm, "2026-01-01")
    with pytest.raises(SystemExit) as left:
        cli.main(["check", "--norm", str(norm), "--stale", "1"])

    assert left.value.code == 1
    told = r"sources\.yaml:\d+:\d+: sources\[\w+\]: niet nagelezen sinds 2026-01-01 \(dagen: \d+\)"
    assert re.search(told, capsys.readouterr().err)


class Site(BaseHTTPRequestHandler):
    """Somebody else's site: pages that are there, gone, for browsers alone, or for whoever wants them whole."""

    answers = {"/there": 200, "/gone": 404, "/browsers": 403, "/whole": 200}  # noqa: RUF012 - never changed

    def do_HEAD(self) -> None:
        self.send_response(405 if self.path == "/whole" else self.answers[self.path])
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(self.answers[self.path])
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def lead_to(norm: Path, url: str) -> None:
    """Let all links of a norm lead somewhere else."""
    for path in norm.rglob("*.yaml"):
        path.write_text(re.sub(r"https://example\.\w+/\w*", url, path.read_text("utf-8")), encoding="utf-8")


@pytest.mark.parametrize(("page", "why"), [("/there", None), ("/browsers", None), ("/whole", None), ("/gone", "404")])
def test_a_link_works_when_somebody_answers(norm: Path, site: str, page: str, why: str | None) -> None:
    lead_to(norm, site + page)

    told = {dict(fault.values)["why"] for fault in broken_links(links_of(norm))}

    assert told == ({why} if why else set())


def test_a_link_where_nobody_answers_is_told_at_its_place(norm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        closed = f"http://127.0.0.1:{server.server_port}/there"
    lead_to(norm, closed)

    with pytest.raises(SystemExit):
        cli.main(["check", "--norm", str(norm), "--links"])

    told = capsys.readouterr().err
    assert f"{closed} werkt niet (geen verbinding)" in told
    assert re.search(r"norm\.yaml:8:\d+: authority\.url:", told)


def test_links_of_hand_written_pages_are_tried_too(norm: Path, site: str, tmp_path: Path) -> None:
    lead_to(norm, f"{site}/there")
    tmp_path.joinpath("page.md").write_text(f"Een.\n\nZie [dit]({site}/gone).\n", encoding="utf-8")

    (fault,) = broken_links(links_of(norm, tmp_path))

    assert (Path(fault.file).name, fault.line, fault.column) == ("page.md", 3, 11)
