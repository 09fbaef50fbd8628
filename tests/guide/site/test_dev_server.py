"""The development server: the last good site stays while a norm has faults."""

from pathlib import Path
from urllib.request import urlopen

import pytest

from guide.faults import Fault
from guide.site import dev_server
from tests.norms import SMALL_NORM


class Builder:
    """Stands in for the builder: writes one page, or reports what it was told to."""

    def __init__(self) -> None:
        self.wrong: list[Fault] = []
        self.page = "first"

    def __call__(self, _: Path, site: Path, *, command: str) -> list[Fault]:
        assert command == "serve"
        if not self.wrong:
            site.mkdir()
            site.joinpath("index.html").write_text(f"<body>{self.page}</body>", encoding="utf-8")
        return self.wrong


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> Builder:
    stand_in = Builder()
    monkeypatch.setattr(dev_server, "build", stand_in)
    return stand_in


def test_the_last_good_site_stays(builder: Builder, tmp_path: Path) -> None:
    """While a norm has faults, the site from before them is what is served."""
    told: list[object] = []
    served = dev_server.Preview(SMALL_NORM, tmp_path, told.append)
    assert served.rebuild()
    before = served.site

    builder.wrong = [Fault("norm/cost.yaml", 1, 1, "", "check.file_missing")]
    assert not served.rebuild()

    assert told == [builder.wrong]
    assert served.site == before
    assert before.joinpath("index.html").exists()


def test_a_mended_norm_gives_a_new_site(builder: Builder, tmp_path: Path) -> None:
    """The next good build takes the place of the last one, which is thrown away."""
    served = dev_server.Preview(SMALL_NORM, tmp_path, print)
    served.rebuild()
    before = served.site
    builder.page = "second"

    assert served.rebuild()

    assert "second" in served.site.joinpath("index.html").read_text(encoding="utf-8")
    assert not before.exists()


def test_the_server_shows_the_site(builder: Builder, tmp_path: Path) -> None:
    """A page is what the last good build made of it."""
    served = dev_server.Preview(SMALL_NORM, tmp_path, print)
    served.rebuild()
    server = served.server(0)
    server.server_bind()
    server.server_activate()
    server.serve_thread.start()
    builder.page = "second"
    served.rebuild()
    try:
        with urlopen(f"http://127.0.0.1:{server.server_port}/", timeout=10) as page:
            shown = page.read()
    finally:
        server.shutdown(wait=False)

    assert b"second" in shown


def test_the_address_is_told(builder: Builder) -> None:
    """Whoever serves learns the address once the first site is there."""
    told: list[str] = []

    def ready(address: str) -> None:
        told.append(address)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        dev_server.serve(SMALL_NORM, 18765, print, ready)

    assert told == ["http://127.0.0.1:18765/"]
    assert not builder.wrong


def test_a_norm_with_faults_is_not_served(builder: Builder) -> None:
    """Without any good site there is nothing to serve."""
    told: list[object] = []
    builder.wrong = [Fault("norm/cost.yaml", 1, 1, "", "check.file_missing")]

    assert not dev_server.serve(SMALL_NORM, 18766, told.append, print)
    assert told == [builder.wrong]
