"""The dev server within a test or a benchmark: as `kmop serve`, without a process of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from guide.catalogue import load_messages
from guide.faults import Fault, fault_text
from guide.site.dev_server import Preview, Wrong
from guide.site.live_reload import Server

__all__ = ["previewed"]


@contextmanager
def previewed(norm: Path, folder: Path) -> Iterator[Server]:
    """Serve a norm, which must be in order, and build it again after each edit.

    Args:
        norm: The folder of the norm.
        folder: An empty folder to work in.
    """
    preview = Preview(norm, folder, _told)
    server = preview.server(0)
    server.server_bind()
    server.url = f"http://127.0.0.1:{server.server_port}/"
    server.begin_watching()
    assert preview.rebuild()
    answering = Event()
    server.on_answering = answering.set
    running = Thread(target=server.run, daemon=True)
    running.start()
    answering.wait()
    try:
        yield server
    finally:
        server.shutdown()
        running.join()


def _told(wrong: Wrong) -> list[str]:
    messages = load_messages("nl", "check")
    if isinstance(wrong, OSError):
        return [str(wrong)]
    return [fault_text(each, messages) if isinstance(each, Fault) else each for each in wrong]
