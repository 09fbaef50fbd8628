"""Many candidates at once: the same rules over a folder, JSON Lines or CSV, on all cores or on many machines."""

from guide.batch.engines import EngineError, Judge, dask_engine, local_engine
from guide.batch.inputs import InputError, count_records
from guide.batch.journal import JournalError
from guide.batch.run import Batch, Done, errors_file, run_batch
from guide.batch.scoring import Setup
from guide.batch.tables import WRITERS

__all__ = [
    "WRITERS",
    "Batch",
    "Done",
    "EngineError",
    "InputError",
    "JournalError",
    "Judge",
    "Setup",
    "count_records",
    "dask_engine",
    "errors_file",
    "local_engine",
    "run_batch",
]
