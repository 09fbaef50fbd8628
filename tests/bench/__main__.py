"""`make bench`: measure everything in one run, and write the table."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
from playwright.sync_api import sync_playwright

from guide.catalogue import load_messages
from guide.loader import load_norm
from guide.paths import ROOT
from tests.bench.answering import measure_answers
from tests.bench.batches import measure_batches
from tests.bench.building import build_seconds, measure_building
from tests.bench.checking import measure_checking
from tests.bench.figures import Row
from tests.bench.files import measure_files
from tests.bench.first_figures import measure_first_figures
from tests.bench.machine import describe_machine
from tests.bench.norms import measure_growth
from tests.bench.rules import measure_rules
from tests.bench.serving import LOCAL, PHONE, SLOW, Line, serving_over
from tests.bench.starting import measure_starts
from tests.bench.table import as_json, as_markdown
from tests.bench.visiting import Visits, lay_out
from tests.bench.wire import measure_wire
from tests.browser.chromium import NO_CHROMIUM, find_chromium

RESULTS = Path(__file__).parent / "results"
PARTS = ("start", "slow", "figures", "wire", "answer", "build", "check", "growth", "rules", "files", "batch")


@click.command()
@click.option("--runs", default=5, show_default=True, help="How many times each thing is measured.")
@click.option("--only", type=click.Choice(PARTS), multiple=True, help="Measure these parts only.")
@click.option("--results", type=click.Path(path_type=Path), default=RESULTS, help="Where the table is written.")
def bench(runs: int, only: tuple[str, ...], results: Path) -> None:
    """Measure, print the table, and write it as Markdown and as JSON."""
    chromium = find_chromium()
    if chromium is None:
        raise click.ClickException(NO_CHROMIUM)
    machine = describe_machine(chromium)
    rows = []
    for row in _rows(chromium, runs, only or PARTS):
        rows.append(row)
        click.echo(f"{row.measure}: {row.ours.median:.4g} {row.unit}, reached {row.reached:.3g}", err=True)
    results.mkdir(parents=True, exist_ok=True)
    (results / "latest.json").write_text(as_json(rows, machine), encoding="utf-8")
    (results / "latest.md").write_text(as_markdown(rows, machine), encoding="utf-8")
    click.echo(as_markdown(rows, machine))


def _rows(chromium: str, runs: int, parts: tuple[str, ...]) -> Iterator[Row]:
    norm, messages = load_norm(ROOT / "norm").norm or {}, dict(load_messages("nl"))
    if "rules" in parts:
        yield from measure_rules(norm, runs)
    if "files" in parts:
        yield from measure_files(norm, runs)
    with TemporaryDirectory(prefix="kmop-bench-") as name:
        folder = Path(name)
        if {"start", "slow", "figures", "wire", "answer"} & set(parts):
            yield from _in_browser(chromium, norm, folder, runs, parts)
        if "build" in parts:
            yield from measure_building(norm, messages, _fresh(folder / "build"), runs)
        if "batch" in parts:
            yield from measure_batches(norm, _fresh(folder / "batch"))
        if "check" in parts:
            yield from measure_checking(_fresh(folder / "check"), runs)
        if "growth" in parts:
            yield from measure_growth(_fresh(folder / "growth"), runs)


def _fresh(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _in_browser(chromium: str, norm: dict[str, Any], folder: Path, runs: int, parts: tuple[str, ...]) -> Iterator[Row]:
    served = _fresh(folder / "served")
    build_seconds(ROOT / "norm", folder / "site")
    lay_out(folder / "site", served)
    if "wire" in parts:
        yield measure_wire(served)
    runtime = next((served / "site" / "assets" / "runtime").iterdir()).name
    example = max(norm["examples"].values(), key=lambda each: len(each["answers"].get("checks", {})))
    with sync_playwright() as playwright:
        visits = Visits(playwright, chromium, "", LOCAL, runtime)
        for part, line in (("start", LOCAL), ("slow", SLOW)):
            if part in parts:
                with _over(visits, line, served) as there:
                    yield from measure_starts(there, example, runs)
        if "figures" in parts:
            with _over(visits, PHONE, served) as there:
                yield from measure_first_figures(there, runs)
        if "answer" in parts:
            with _over(visits, LOCAL, served) as there:
                yield from measure_answers(there, norm, runs)


@contextmanager
def _over(visits: Visits, line: Line, served: Path) -> Iterator[Visits]:
    with serving_over(line, served) as url:
        yield replace(visits, url=url, line=line, runtime=f"{url}site/assets/runtime/{visits.runtime}/")


if __name__ == "__main__":
    bench()
