"""Everything that readers get of others goes with its licence."""

import json
import re
from importlib.metadata import packages_distributions
from importlib.resources import files
from pathlib import Path

import pytest

from guide.esbuild import run_esbuild
from guide.paths import FRONTEND, NODE_MODULES
from guide.runtime import RuntimeFault
from guide.runtime.rules_archive import rules_files
from guide.site import licences
from guide.site.licences import BUILT_IN, npm_packages, third_party_licences

PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)")
# Not bundled, but copied.
COPIED = {"pyodide", "@fontsource-variable/figtree"}
NAMES = ("RUNTIME_KEY", "WORKER_NAME", "CSV_NAME", "SEARCH_LANGUAGE", "XLSX_WORKER_NAME")


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The npm packages of which something is in what esbuild makes."""
    folder = tmp_path_factory.mktemp("bundled")
    entries = [str(path) for path in [*FRONTEND.glob("entries/**/*.ts"), FRONTEND / "import-export" / "csv.ts"]]
    defines = [f'--define:{name}="./x"' for name in NAMES]
    options = ["--bundle", "--format=esm", "--external:./x", f"--outdir={folder}", f"--metafile={folder}/meta.json"]
    run_esbuild(NODE_MODULES, [*entries, *options, *defines, "--log-level=error"], {})
    outputs = json.loads((folder / "meta.json").read_bytes())["outputs"].values()
    inputs = {path for output in outputs for path, part in output["inputs"].items() if part["bytesInOutput"]}
    return {found[1] for path in inputs if (found := PACKAGE.search(path))}


def test_each_npm_package_that_readers_get_is_listed(bundled: set[str]) -> None:
    """And more: packages have others built in, or pass on what others hold."""
    assert len(bundled) > len(COPIED)
    assert (bundled | COPIED) - set(npm_packages(NODE_MODULES)) == set()


def test_each_python_package_that_readers_get_is_listed() -> None:
    folders = {name.partition("/")[0] for name in rules_files() if "/" in name} - {"assessment", "licences"}
    owners = {owner for folder in folders for owner in packages_distributions()[folder]}

    assert owners
    assert owners - set(licences.PYTHON) == set()


def test_what_the_theme_has_built_in_is_listed() -> None:
    maps = Path(str(files("material") / "templates" / "assets" / "javascripts")).rglob("*.map")
    sources = {source for path in maps for source in json.loads(path.read_bytes())["sources"]}

    assert {found[1] for source in sources if (found := PACKAGE.search(source))} <= set(BUILT_IN)


@pytest.mark.parametrize(
    "words",
    [
        "Mozilla Public License Version 2.0",
        "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
        "Apache License",
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "SIL OPEN FONT LICENSE",
        "Copyright (c) 2017 Google LLC",
        "Permission is hereby granted, free of charge",
        "Emscripten authors",
        "Microsoft Corporation, Daan Leijen",
        "HACL* Contributors",
        "Marek Majkowski",
        "Makoto Matsumoto",
        "Lucent Technologies",
        "Don Owens",
        "Ma Lin and contributors",
        "Eric Wendelin",
    ],
)
def test_the_texts_are_whole(messages: dict[str, str], words: str) -> None:
    assert words.lower() in re.sub(r"\s+", " ", third_party_licences(messages)).lower()


def test_each_has_its_name_and_version_above_it(messages: dict[str, str]) -> None:
    text = third_party_licences(messages)

    assert [
        name for name in (*npm_packages(NODE_MODULES), *BUILT_IN, *licences.PYTHON) if f"\n{name}" not in text
    ] == []
    assert re.search(r"\npyodide [\d.]+ \(MPL-2.0\)\n", text)


def test_a_package_without_a_text_stops_the_build(messages: dict[str, str], tmp_path: Path) -> None:
    noted = {"packages": {"node_modules/one": {"version": "1.0", "license": "MIT"}}}
    (tmp_path / licences.INSTALLED).write_text(json.dumps(noted), encoding="utf-8")

    with pytest.raises(RuntimeFault, match=r"Van one .*guide/site/licences"):
        third_party_licences(messages, tmp_path)


def test_packages_that_are_not_installed_stop_the_build(messages: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(RuntimeFault, match="make setup"):
        third_party_licences(messages, tmp_path)
