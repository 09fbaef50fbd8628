"""Mutation testing: with each of the faults in seeded_faults.yaml, a unit test of the same folder fails."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from guide.paths import NODE_MODULES, ROOT
from tests.frontend.node_tests import bundle_tests, run_bundle

HERE = Path(__file__).parent
# What hangs for a fault need not be waited for as long as what may only be slow.
SECONDS = 5


@dataclass(frozen=True)
class Fault:
    """What somebody could get wrong.

    Attributes:
        why: What it would do to the reader.
        file: Where it is, below `frontend/`.
        find: What stands there, once.
        put: What stands there instead.
    """

    why: str
    file: str
    find: str
    put: str


FAULTS = [Fault(**entry) for entry in yaml.safe_load((HERE / "seeded_faults.yaml").read_text(encoding="utf-8"))]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder with the front end and its unit tests, to be spoiled."""
    shutil.copytree(ROOT / "frontend", tmp_path / "frontend")
    shutil.copytree(HERE, tmp_path / "tests" / "frontend")
    (tmp_path / "node_modules").symlink_to(NODE_MODULES)
    return tmp_path


def passes(root: Path, file: str, seconds: int = 20) -> bool:
    """Whether all tests of the folder of a file pass, of which those that bear its name run first."""
    tests = root / "tests" / "frontend"
    found = sorted((tests / file).parent.glob("*.test.ts"), key=lambda path: not path.name.startswith(Path(file).stem))
    bundles = bundle_tests(tests, [path.relative_to(tests).as_posix() for path in found], root / "bundles")
    return all(run_bundle(bundle, seconds).returncode == 0 for bundle in bundles)


def test_without_a_fault_the_tests_pass(copied: Path) -> None:
    assert passes(copied, "workspace/undo-history.ts")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.why)
def test_a_seeded_fault_is_caught_without_a_browser(fault: Fault, copied: Path) -> None:
    file = copied / "frontend" / fault.file
    text = file.read_text(encoding="utf-8")
    assert text.count(fault.find) == 1, f"{fault.file} has changed: say in seeded_faults.yaml what to find there"
    file.write_text(text.replace(fault.find, fault.put), encoding="utf-8")

    assert not passes(copied, fault.file, SECONDS)


def test_every_part_that_is_held_has_faults() -> None:
    rooms = {fault.file.partition("/")[0] for fault in FAULTS}
    assert rooms == {
        "answers",
        "desk-files",
        "file-check",
        "form",
        "guide-pages",
        "import-export",
        "papers",
        "runtime",
        "situation",
        "steps",
        "storage",
        "text-check",
        "workspace",
        "workspace-ui",
    }
