"""A release: everything that is given out, what it is made of, and how to check it."""

import hashlib
import json
from pathlib import Path

import pytest

from assessment.version import RULES_VERSION
from guide import paths
from guide.catalogue import load_messages
from guide.faults import Fault
from guide.packaging import release as releasing
from guide.packaging.sbom import npm_sbom, python_sbom, runtime_lock
from guide.site.licences import LICENCES, npm_packages, third_party_licences
from guide.site.single_file import SINGLE

NAME = f"kmop-gids-{RULES_VERSION}"
LOCK = """\
alone==1 \\
    --hash=sha256:0
    # via kmop-gids (pyproject.toml:dev)
asked==2 \\
    --hash=sha256:1
    # via
    #   alone
    #   kmop-gids (pyproject.toml)
behind==3 ; sys_platform == 'win32' \\
    --hash=sha256:2
    # via asked
"""


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of a site of few words."""

    def build(_: Path, site: Path, *, compressed: bool) -> list[Fault]:
        assert compressed
        site.mkdir()
        for name in ("index.html", SINGLE, LICENCES):
            site.joinpath(name).write_text(name, encoding="utf-8")
        return []

    target = tmp_path_factory.mktemp("dist") / "release"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(releasing, "build", build)
        for bill in ("npm_sbom", "python_sbom"):
            patched.setattr(releasing, bill, lambda target: target.write_text("{}", encoding="utf-8"))
        releasing.release(target)
    return target


def test_it_holds_all_that_is_given_out(released: Path) -> None:
    assert sorted(path.name for path in released.iterdir()) == sorted([
        "LICENSE", "SHA256SUMS", LICENCES, "site", f"{NAME}.html", f"{NAME}.zip", f"{NAME}-npm.cdx.json",
        f"{NAME}-python.cdx.json", f"kmop_gids-{RULES_VERSION}-py3-none-any.whl",
    ])  # fmt: skip


def test_each_file_has_its_checksum(released: Path) -> None:
    sums = [line.split("  ") for line in released.joinpath(releasing.SUMS).read_text("utf-8").splitlines()]

    files = {path.relative_to(released).as_posix() for path in released.rglob("*") if path.is_file()}
    assert {name for _, name in sums} == files - {releasing.SUMS}
    assert all(hashlib.sha256(released.joinpath(name).read_bytes()).hexdigest() == told for told, name in sums)


def test_a_norm_with_faults_is_not_released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = Fault("norm/cost.yaml", 3, 1, "", "check.file_missing")
    monkeypatch.setattr(releasing, "build", lambda *_, **__: [fault])

    with pytest.raises(SystemExit) as left:
        releasing.release(tmp_path / "release")

    assert str(left.value).startswith("norm/cost.yaml:3:1: ")
    assert list(tmp_path.iterdir()) == []


def test_the_wheels_bill_has_what_the_project_asks_for_and_what_that_asks_for() -> None:
    told = runtime_lock(LOCK)

    assert [line.partition("==")[0] for line in told.splitlines() if not line.startswith(" ")] == ["asked", "behind"]


def test_the_bill_of_the_wheel_names_libraries_and_no_tools_of_ours(tmp_path: Path) -> None:
    python_sbom(tmp_path / "python.json")

    bill = json.loads(tmp_path.joinpath("python.json").read_bytes())
    names = {each["name"] for each in bill["components"]}
    assert (bill["bomFormat"], bill["metadata"]["component"]["version"]) == ("CycloneDX", RULES_VERSION)
    assert names >= {"jsonschema", "rpds-py"}
    assert not names & {"pytest", "mypy", "hatchling"}


def test_the_bill_of_the_site_names_what_its_licences_name(tmp_path: Path) -> None:
    npm_sbom(tmp_path / "npm.json")

    bill = json.loads(tmp_path.joinpath("npm.json").read_bytes())
    assert {each["name"] for each in bill["components"]} == set(npm_packages(paths.NODE_MODULES))
    assert bill["metadata"]["component"]["name"] == "kmop-gids"
    licences = third_party_licences(load_messages("nl"))
    assert all(f"{each['name']} {each['version']} (" in licences for each in bill["components"])
