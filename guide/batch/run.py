"""A whole batch: records in, entries into the journal, and at the end the files that were asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assessment import Wording
from guide import paths
from guide.atomic_write import atomic_replace, behind_links, file_mode
from guide.batch.csv_answers import columns_of, refuse_unknown
from guide.batch.engines import Judge
from guide.batch.inputs import headings_of, input_fingerprint, read_records
from guide.batch.journal import Journal
from guide.batch.scoring import Setup
from guide.batch.tables import WRITERS, write_errors
from guide.disk_cache import file_contents

__all__ = ["Batch", "Done", "errors_file", "run_batch"]

JOURNAL_FORMAT = "kmop-batch/1"


@dataclass(frozen=True)
class Batch:
    """What is asked for.

    Attributes:
        source: Where the answers are.
        out: The file for the results; how its name ends says of which kind.
        setup: What records are judged by.
    """

    source: Path
    out: Path
    setup: Setup


@dataclass(frozen=True)
class Done:
    """What came of a batch.

    Attributes:
        judged: How many records have a result.
        refused: How many have none, and stand in the file with errors.
        resumed: How many of both an earlier run had done.
    """

    judged: int
    refused: int
    resumed: int


def errors_file(out: Path) -> Path:
    """Return the place of the file that says what could not be judged."""
    return out.with_name(f"{out.stem}.errors.csv")


def run_batch(batch: Batch, engine: AbstractContextManager[Judge], progress: Callable[[int], object]) -> Done:
    """Judge all records and write the results; what a run before this one did is not done again.

    Args:
        batch: What is asked for.
        engine: Where records are judged.
        progress: Is told how many records are done, also those of an earlier run.

    Raises:
        InputError: The input cannot be read as a whole.
        JournalError: An unfinished batch beside the output is of other input, or another process is at it.
        EngineError: The engine cannot be used.
        OSError: Something cannot be written.
    """
    _refuse_input(batch)
    with Journal(batch.out, _header(batch)) as journal:
        resumed = journal.done
        with engine as judge:
            progress(resumed)
            for lines in judge(read_records(batch.source, resumed)):
                journal.append(lines)
                progress(journal.done)
        refused = _write(batch, journal)
        journal.remove()
    return Done(journal.done - refused, refused, resumed)


def _refuse_input(batch: Batch) -> None:
    """Refuse what cannot be read as a whole, before anything is written."""
    next(read_records(batch.source), None)
    refuse_unknown(headings_of(batch.source), columns_of(batch.setup.norm), batch.setup.norm)


def _header(batch: Batch) -> Mapping[str, Any]:
    """All that the entries of a batch follow from."""
    rules = hashlib.sha256(b"\0".join(file_contents(paths.ASSESSMENT, "*.py")))
    return {
        "format": JOURNAL_FORMAT,
        "input": input_fingerprint(batch.source),
        "setup": batch.setup.key,
        "rules": rules.hexdigest(),
    }


def _write(batch: Batch, journal: Journal) -> int:
    """Write both files, and return how many records could not be judged."""
    wording = Wording(batch.setup.norm, batch.setup.messages)
    good = (entry for entry in journal.entries() if "reasons" not in entry)
    _replace(batch.out, lambda beside: WRITERS[batch.out.suffix.lower()](good, wording, beside))
    refused = sum("reasons" in entry for entry in journal.entries())
    if refused:
        bad = (entry for entry in journal.entries() if "reasons" in entry)
        _replace(errors_file(batch.out), lambda beside: write_errors(bad, batch.setup.messages, beside))
    else:
        errors_file(batch.out).unlink(missing_ok=True)
    return refused


def _replace(path: Path, write: Callable[[Path], object]) -> None:
    place = behind_links(path)
    with atomic_replace(place) as beside:
        write(beside)
        beside.chmod(file_mode(place))
