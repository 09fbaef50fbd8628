"""The parts of the front end that need no page run under Node."""

import re
from pathlib import Path

import pytest

from tests.frontend.node_tests import bundle_tests, run_bundle

HERE = Path(__file__).parent
SCRIPTS = sorted(path.relative_to(HERE).as_posix() for path in HERE.rglob("*.test.ts"))


@pytest.fixture(scope="session")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return dict(zip(SCRIPTS, bundle_tests(HERE, SCRIPTS, tmp_path_factory.mktemp("bundles")), strict=True))


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_front_end_keeps_its_promises(script: str, bundles: dict[str, Path]) -> None:
    run = run_bundle(bundles[script])

    assert run.returncode == 0, run.stdout + run.stderr
    assert re.search(r"^# pass [1-9]", run.stdout, re.MULTILINE)
