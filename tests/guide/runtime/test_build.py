import gzip
import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped] # comes without types
import pytest

from guide.paths import FRONTEND, NODE_MODULES
from guide.runtime import HASHED_NAME, RuntimeFault, make_runtime

LINKS = {"an-element": "../page/#an-element"}
AT_START = [
    "links.json",
    "messages.json",
    "norm.json",
    "pyodide-lock.json",
    "pyodide.asm.js",
    "pyodide.asm.wasm",
    "pyodide.js",
    "python_stdlib.zip",
    "rules.zip",
]
# What only comes when it is asked for.
EXTENSIONS = ["files", "texts"]
PARTS = sorted([*AT_START, *(f"{name}.{kind}" for name in EXTENSIONS for kind in ("json", "zip"))])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, real_norm: dict[str, Any], messages: dict[str, str]) -> Path:
    target = tmp_path_factory.mktemp("assets")
    make_runtime(real_norm, messages, LINKS, target)
    return target


def runtime_of(made: Path) -> Path:
    """The one folder of the runtime, which is named after what is in it."""
    (folder,) = (made / "runtime").iterdir()
    return folder


def script(made: Path, name: str) -> str:
    (path,) = (made / "kmop").glob(f"{name}.*.min.js")
    return path.read_text(encoding="utf-8")


def test_the_app_and_what_comes_before_it_name_the_worker_as_it_is_called(made: Path) -> None:
    (worker,) = (path.name for path in (made / "kmop").glob("worker.*"))

    assert all(worker in script(made, name) for name in ("app", "prefetch"))


def test_the_parts_are_all_there(made: Path) -> None:
    names = sorted(path.name for path in runtime_of(made).iterdir())

    assert names == sorted([*PARTS, "manifest.json"])


def test_the_app_is_there(made: Path) -> None:
    names = [path.name for path in (made / "kmop").iterdir()]
    hashed = {f"{found['name']}.{found['kind']}" for found in map(HASHED_NAME.fullmatch, names) if found}

    assert hashed >= {"app.js", "prefetch.js", "worker.js"}
    assert [name for name in names if not HASHED_NAME.fullmatch(name)] == []


def test_what_is_used_now_and_then_is_not_in_the_app(made: Path) -> None:
    app = script(made, "app")
    split = {path.name.partition(".")[0] for path in (made / "kmop").glob("*.js")}

    assert split >= {"ics", "docx", "print"}
    # A static import would hold up the start: the app has none.
    assert not re.search(r"""(?:^|[;}])import\s*(?:["'{*]|\w+ from)""", app)
    assert not [word for word in ("BEGIN:VCALENDAR", "wordprocessingml.main", "escapeFormulae") if word in app]


def test_the_manifest_tells_every_part_as_it_is(made: Path) -> None:
    folder = runtime_of(made)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))

    assert manifest["format"] == "kmop-runtime/2"
    assert [part["name"] for part in manifest["parts"]] == PARTS
    for part in manifest["parts"]:
        content = (folder / part["name"]).read_bytes()
        assert part["size"] == len(content)
        assert part["sha256"] == hashlib.sha256(content).hexdigest()
        assert part["sent"] == {
            "br": len(brotli.compress(content, quality=5)),
            "gzip": len(gzip.compress(content, mtime=0)),
        }


def test_the_worker_asks_for_every_part(made: Path) -> None:
    worker = script(made, "worker")

    assert [name for name in [*AT_START, "manifest.json"] if name not in worker] == []
    assert [name for name in EXTENSIONS if f'"{name}"' not in worker] == []


def test_the_norm_keeps_its_order(made: Path, real_norm: dict[str, Any]) -> None:
    text = (runtime_of(made) / "norm.json").read_text(encoding="utf-8")
    own = set(real_norm) - set(json.loads(text))  # which only pages, tests or checks of their own show
    used = {key: part for key, part in real_norm.items() if key not in own}

    assert text == json.dumps(used, ensure_ascii=False, separators=(",", ":"))
    assert {"quiz", "situations", "cases", "texts", "files", "examples"} <= own


def test_words_for_maintainers_stay_at_home(made: Path, messages: dict[str, str]) -> None:
    carried = json.loads((runtime_of(made) / "messages.json").read_text(encoding="utf-8"))

    areas = {name.split(".")[0] for name in carried}
    assert {"answers", "rules", "view", "words", "browser"} <= areas
    assert not areas & {"check", "cli", "pages", "runtime", "text"}
    assert carried.items() <= messages.items()


def test_pyodide_is_told_of_no_packages(made: Path) -> None:
    ours = json.loads((runtime_of(made) / "pyodide-lock.json").read_text(encoding="utf-8"))
    theirs = json.loads((NODE_MODULES / "pyodide" / "pyodide-lock.json").read_text("utf-8"))

    assert ours == {"info": theirs["info"], "packages": {}}


def test_making_it_again_gives_the_same_bytes(
    made: Path, tmp_path: Path, real_norm: dict[str, Any], messages: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Bundled once more, and not taken from what was kept.
    monkeypatch.setattr("guide.paths.KEPT", tmp_path / "kept")
    make_runtime(real_norm, messages, LINKS, tmp_path)

    for path in made.rglob("*.*"):
        assert (tmp_path / path.relative_to(made)).read_bytes() == path.read_bytes(), path.name


def test_what_an_earlier_build_left_is_gone(
    tmp_path: Path, real_norm: dict[str, Any], messages: dict[str, str]
) -> None:
    left = tmp_path / "runtime" / "old.zip"
    left.parent.mkdir()
    left.write_bytes(b"")

    make_runtime(real_norm, messages, LINKS, tmp_path)

    assert not left.exists()


@pytest.mark.parametrize(("package", "named"), [("pyodide", r"pyodide\.mjs"), (".bin", "esbuild")])
def test_a_missing_package_is_told_with_what_to_do(
    package: str, named: str, node_modules: Path, tmp_path: Path, real_norm: dict[str, Any], messages: dict[str, str]
) -> None:
    (node_modules / package).unlink()

    with pytest.raises(RuntimeFault, match=rf"{named}.*make setup"):
        make_runtime(real_norm, messages, LINKS, tmp_path / "assets", node_modules)


def test_code_that_cannot_be_bundled_is_told_with_its_place(
    tmp_path: Path, real_norm: dict[str, Any], messages: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = tmp_path / "frontend"
    shutil.copytree(FRONTEND, sources)
    (sources / "lib" / "messages.ts").write_text("export const broken = ;\n", encoding="utf-8")
    monkeypatch.setattr("guide.paths.FRONTEND", sources)

    with pytest.raises(RuntimeFault, match=r"(?s)messages\.ts:1"):
        make_runtime(real_norm, messages, LINKS, tmp_path / "assets")
