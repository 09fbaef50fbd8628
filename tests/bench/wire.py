"""What goes over the wire for a first start, compressed with brotli."""

from pathlib import Path

from tests.bench.figures import Bar, Row, Series
from tests.bench.visiting import STOCK

__all__ = ["measure_wire"]

_KILO = 1_000


def measure_wire(served: Path) -> Row:
    """Weigh everything in our runtime's folder, and our worker, against the stock files.

    Args:
        served: The folder that was laid out, compressed.
    """
    assets = served / "site" / "assets"
    ours = [*(assets / "runtime").glob("*/*"), *(assets / "kmop").glob("worker.*.min.js")]
    weights = [
        sum(_on_the_wire(path) for path in paths if path.suffix not in {".br", ".gz"}) / _KILO
        for paths in (ours, [served / "stock" / name for name in STOCK])
    ]
    one, other = (Series((weight,)) for weight in weights)
    note = "Ours holds the rules, the norm, the messages, the links and the worker's script too."
    return Row(
        "wire", "bytes of the runtime over the wire, brotli", "kB", one, "four stock files", other, Bar(0.8), note
    )


def _on_the_wire(path: Path) -> int:
    """Return the size of what was compressed beforehand; what does not get smaller goes as it is."""
    packed = path.with_name(f"{path.name}.br")
    return (packed if packed.is_file() else path).stat().st_size
