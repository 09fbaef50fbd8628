"""Building: a norm with faults gives no site, and takes none away."""

import logging
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from guide import cli, packaging
from guide.site import build
from guide.site.mkdocs_plugin import KmopPlugin
from guide.site.site_mark import MARK, mark_site
from tests.guide.checks.broken_norms import lay_out
from tests.guide.fail_if_called import fail_if_called
from tests.norms import REAL_NORM, SMALL_NORM, checked_norm


def broken_norm(folder: Path) -> Path:
    norm = lay_out(folder / "no-difference", folder)
    norm.joinpath("cost.yaml").unlink()
    return norm


def norm_with_a_page(folder: Path, text: str) -> tuple[Path, Path]:
    """A norm that brings one page of its own, and that page."""
    norm = lay_out(folder / "no-difference", folder)
    page = norm / "pages" / "nl" / "page.md"
    page.parent.mkdir(parents=True)
    page.write_text(text, encoding="utf-8")
    return norm, page


def test_faults_leave_the_site_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`kmop build` tells the faults, leaves with 1, and touches nothing."""
    site = tmp_path / "site"
    site.mkdir()
    site.joinpath("index.html").write_text("before", encoding="utf-8")

    with pytest.raises(SystemExit) as left:
        cli.main(["build", "--norm", str(broken_norm(tmp_path)), "--site", str(site)])

    assert left.value.code == 1
    assert "cost.yaml:1:1: het bestand: dit bestand ontbreekt" in capsys.readouterr().err
    assert site.joinpath("index.html").read_text(encoding="utf-8") == "before"


def _write_page(config: MkDocsConfig, _: str) -> None:
    site = Path(config.site_dir)
    site.mkdir()
    site.joinpath("index.html").write_text("after", encoding="utf-8")


def test_a_whole_site_takes_the_place_of_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the earlier site is left, and nothing lies beside the new one."""
    site = tmp_path / "site"
    site.mkdir()
    for name in ("index.html", "gone.html"):
        site.joinpath(name).write_text("before", encoding="utf-8")
    mark_site(site)
    monkeypatch.setattr(build, "_build", _write_page)

    assert build.build(SMALL_NORM, site) == []

    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == [
        "site",
        "site/.kmop-site",
        "site/index.html",
    ]
    assert site.joinpath("index.html").read_text(encoding="utf-8") == "after"


def test_a_build_that_fails_half_way_leaves_the_site_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The half-made site is thrown away."""

    def fail(config: MkDocsConfig, command: str) -> None:
        _write_page(config, command)
        raise PluginError("no more")

    site = tmp_path / "site"
    site.mkdir()
    mark_site(site)
    monkeypatch.setattr(build, "_build", fail)

    with pytest.raises(build.BuildError, match="no more"):
        build.build(SMALL_NORM, site)

    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == [
        "site",
        "site/.kmop-site",
    ]


@pytest.mark.parametrize(
    ("command", "option", "said"),
    [("build", "--site", "De site staat in {folder}."), ("package", "--to", "Het pakket staat in {folder}.")],
)
def test_faults_in_the_pages_are_told_beside_a_site_that_is_there(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    option: str,
    said: str,
) -> None:
    """`kmop check` refuses such a page; who writes wants to see it first."""
    norm, page = norm_with_a_page(tmp_path, '{{ value("hourly-cost") }}')
    monkeypatch.setattr(build, "_build", _write_page)
    monkeypatch.setattr(packaging, "package_site", lambda *_: [])

    with pytest.raises(SystemExit) as left:
        cli.main([command, "--norm", str(norm), option, str(tmp_path / "site")])

    out, err = capsys.readouterr()
    assert left.value.code == 0
    assert out.startswith(said.format(folder=tmp_path / "site"))
    assert f"{page.as_posix()}:1:10: hourly-cost: hourly-cost gold tot en met 2023-12-31" in err
    assert err.endswith("Met zulke fouten keurt kmop check ze af.\n")


def test_the_norm_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The plugin takes the norm from the build, which has checked it."""
    monkeypatch.setattr("guide.site.inputs.load_norm", fail_if_called)
    given: list[object] = []

    def take_norm(config: MkDocsConfig, command: str) -> None:
        plugin = cast("KmopPlugin", config.plugins["kmop"])
        plugin.on_config(config)
        given.append(plugin.norm["id"])
        _write_page(config, command)

    monkeypatch.setattr(build, "_build", take_norm)

    assert build.build(REAL_NORM, tmp_path / "site") == []
    assert given == [checked_norm(REAL_NORM)["id"]]


def refused(site: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Build into a folder that a build must leave alone; what the command says."""
    with pytest.raises(SystemExit) as left:
        cli.main(["build", "--norm", str(SMALL_NORM), "--site", str(site)])
    assert left.value.code == 1
    return capsys.readouterr().err


@pytest.mark.parametrize(
    "others",
    [
        {},
        {"sitemap.xml": "<urlset/>"},
        {"sitemap.xml": "<urlset/>", "sw.js": "", "_headers": "", "kmop-gids.html": ""},
        {MARK: ""},
        {MARK: "thesis.txt"},
    ],
    ids=["bare", "a web root", "a site without mark", "an empty mark", "another mark"],
)
def test_a_folder_that_no_build_made_is_never_thrown_away(
    others: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`kmop build --site` on somebody's own folder is refused, whatever lies in it."""
    for name, text in {"thesis.txt": "years of work", **others}.items():
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")

    assert "komt niet van deze versie van kmop build" in refused(tmp_path, capsys)
    assert tmp_path.joinpath("thesis.txt").read_text(encoding="utf-8") == "years of work"


@pytest.mark.parametrize("name", ["CNAME", ".git/HEAD", "img/photo.jpg"])
def test_what_somebody_put_into_a_site_is_named_and_never_thrown_away(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A site that a build made, with a file of its owner in it, is refused."""
    tmp_path.joinpath("index.html").write_text("before", encoding="utf-8")
    mark_site(tmp_path)
    own = tmp_path / name
    own.parent.mkdir(exist_ok=True)
    own.write_text("own", encoding="utf-8")

    assert f"zou verdwijnen: {name}." in refused(tmp_path, capsys)
    assert own.read_text(encoding="utf-8") == "own"


def test_what_comes_into_a_site_while_the_next_is_built_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is looked at once more before it is replaced."""
    site = tmp_path / "site"
    site.mkdir()
    mark_site(site)

    def build_slowly(config: MkDocsConfig, command: str) -> None:
        _write_page(config, command)
        site.joinpath("CNAME").write_text("own", encoding="utf-8")

    monkeypatch.setattr(build, "_build", build_slowly)

    with pytest.raises(build.NoSiteError):
        build.build(SMALL_NORM, site)
    assert site.joinpath("CNAME").is_file()


def test_what_a_desktop_leaves_in_a_site_is_in_nobodys_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    site.mkdir()
    mark_site(site)
    site.joinpath(".DS_Store").write_text("", encoding="utf-8")
    monkeypatch.setattr(build, "_build", _write_page)

    assert build.build(SMALL_NORM, site) == []
    assert not site.joinpath(".DS_Store").exists()


@pytest.mark.parametrize(("command", "option"), [("build", "--site"), ("package", "--to")])
def test_a_place_that_cannot_be_written_to_names_the_option_that_says_another(
    command: str, option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.joinpath("file").write_text("", encoding="utf-8")

    with pytest.raises(SystemExit):
        cli.main([command, "--norm", str(SMALL_NORM), option, str(tmp_path / "file" / "inside")])

    assert capsys.readouterr().err.endswith(f"kies een andere plaats met {option}.\n")


def test_what_the_builder_says_comes_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Warnings that stop a strict build become one error with all their lines."""

    def give_up(*_: object) -> None:
        from mkdocs.exceptions import Abort  # noqa: PLC0415 - as in the module

        logging.getLogger("mkdocs.somewhere").warning("a page is missing")
        raise Abort("stopped")

    monkeypatch.setattr(build, "_build", give_up)

    with pytest.raises(build.BuildError, match="a page is missing"):
        build.build(SMALL_NORM, tmp_path / "site")


def test_a_failed_build_is_said_in_dutch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After the builder's own words stands what it means."""

    def give_up(*_: object, **_more: object) -> None:
        raise build.BuildError("a page is missing")

    monkeypatch.setattr(build, "build", give_up)

    with pytest.raises(SystemExit) as left:
        cli.main(["build", "--norm", str(SMALL_NORM), "--site", str(tmp_path)])

    assert left.value.code == 1
    assert capsys.readouterr().err == "a page is missing\nDe site is niet gebouwd; herstel wat hierboven staat.\n"


@pytest.mark.parametrize(("command", "option", "module"), [("build", "--site", build), ("package", "--to", packaging)])
def test_why_no_site_came_of_a_page_is_told_as_check_tells_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    option: str,
    module: ModuleType,
) -> None:
    """With the place and a remedy, and once; what the builder alone knows stands below."""
    norm, page = norm_with_a_page(tmp_path, '{{ fact("lookbak") }}')

    def give_up(*_: object, **_more: object) -> None:
        raise build.BuildError(f"{page.as_posix()}:1: no such element\na page is missing")

    monkeypatch.setattr(module, "build" if module is build else "package_site", give_up)

    with pytest.raises(SystemExit):
        cli.main([command, "--norm", str(norm), option, str(tmp_path / "site")])

    first, *rest = capsys.readouterr().err.splitlines()
    assert first.startswith(f"{page.as_posix()}:1:10: lookbak: ")
    assert first.endswith("; bedoelt u lookback?")
    assert rest == ["a page is missing", "De site is niet gebouwd; herstel wat hierboven staat."]
