"""The folders of the front end are layers: each file imports its own or one that stands before it, and in no circle."""

import re
from collections import Counter
from graphlib import CycleError, TopologicalSorter
from pathlib import PurePosixPath

import pytest

from guide.paths import FRONTEND

LAYERS = [
    *("lib", "contract", "answers", "guide-pages", "desk-files", "papers"),
    *("ui", "storage", "form"),
    *("runtime", "result", "quiz", "situation", "text-check", "file-check"),
    *("what-if", "single-file"),
    *("workspace", "steps"),
    *("workspace-ui", "import-export", "clients", "sharing"),
    "entries",
]
MOST_FILES = 12


def imports() -> dict[str, set[str]]:
    """Each file below `frontend/`, with those that it imports, types too."""
    found = {}
    for path in sorted(FRONTEND.rglob("*.ts")):
        named = re.findall(r"(?:from|import|import\() ?\"(\.[^\"]+)\"", path.read_text(encoding="utf-8"))
        targets = {(path.parent / name).resolve().with_suffix(".ts").relative_to(FRONTEND).as_posix() for name in named}
        found[path.relative_to(FRONTEND).as_posix()] = targets
    assert found
    return found


def layer(file: str) -> int:
    return LAYERS.index(PurePosixPath(file).parts[0])


def test_every_file_is_in_a_layer_and_every_layer_has_files() -> None:
    assert {PurePosixPath(file).parts[0] for file in imports()} == set(LAYERS)


def test_what_is_imported_is_there() -> None:
    files = imports()
    assert {target for targets in files.values() for target in targets} - files.keys() == set()


def test_no_import_climbs() -> None:
    climbing = [
        (file, target) for file, targets in imports().items() for target in targets if layer(target) > layer(file)
    ]
    assert climbing == []


def test_no_files_import_each_other_in_a_circle() -> None:
    try:
        TopologicalSorter(imports()).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_only_one_file_renders_with_lit_which_reckons_with_translators() -> None:
    rendering = [
        path.relative_to(FRONTEND).as_posix()
        for path in FRONTEND.rglob("*.ts")
        if re.search(r"import \{[^}]*\brender\b[^}]*\} from \"lit", path.read_text(encoding="utf-8"))
    ]
    assert rendering == ["ui/render.ts"]


def test_no_folder_holds_more_than_one_looks_through() -> None:
    folders = Counter(PurePosixPath(file).parent.as_posix() for file in imports())
    assert [folder for folder, files in folders.items() if files > MOST_FILES] == []
