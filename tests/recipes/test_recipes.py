"""Each recipe for people who keep the norm does what it promises, and leaves a norm that is in order."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment import assess, migrate, parse_answers
from guide.checks.prose_links import prose_link_faults
from guide.disk_cache import Cache
from guide.loader import load_norm
from guide.paths import DOCS
from tests.norms import SMALL_NORM, checked_norm
from tests.recipes.follow import follow
from tests.recipes.recipe import Recipe, recipes_in

RECIPES = {recipe.title: recipe for recipe in recipes_in(DOCS / "recepten.md")}
Norm = dict[str, Any]
Effect = Callable[[Norm], None]
EFFECTS: dict[str, Effect] = {}
ANSWERED = {"format": "kmop-answers/1", "norm": {"id": "small-norm", "version": "2026.1.1"}}
LOW, HIGH = {"conformity": "B", "demonstrability": "G"}, {"conformity": "V", "demonstrability": "T"}


def promises(title: str) -> Callable[[Effect], Effect]:
    """Note what a recipe promises."""

    def noted(effect: Effect) -> Effect:
        EFFECTS[title] = effect
        return effect

    return noted


def report(norm: Norm, profile: dict[str, Any], day: str) -> dict[str, Any]:
    answers, faults = parse_answers({"format": "kmop-answers/1", "profile": profile}, norm)
    assert answers is not None, faults
    return assess(norm, answers, date.fromisoformat(day))


def answers_of_before(norm: Norm, checks: dict[str, Any]) -> Any:
    """Answers that somebody kept from the version that was out, as they are today."""
    return migrate(ANSWERED | {"checks": checks}, norm).answers


@promises("Een aandachtspunt toevoegen")
def _check_point(norm: Norm) -> None:
    assert list(norm["requirements"]["trust"]["checks"]) == ["TRU-1", "TRU-2", "TRU-3"]
    assert "TRU-3" in norm["documents"]["own-rules"]["proves"]


@promises("Een document toevoegen")
def _document(norm: Norm) -> None:
    needed = {each["id"] for each in report(norm, {"starter": False}, "2026-11-22")["documents"]}
    assert "klachtenlijst" in needed


@promises("Een bron toevoegen")
def _source(norm: Norm) -> None:
    assert norm["sources"]["law-2025"]["standing"] == "official"
    assert "law-2025" in norm["facts"]["lookback"]["sources"]


@promises("Een auditbureau toevoegen")
def _bureau(norm: Norm) -> None:
    assert norm["bureaus"]["bureau-two"]["valid_from"] == "2026-03-01"


@promises("Een waarschuwing toevoegen")
def _warning(norm: Norm) -> None:
    told = [
        {each["id"] for each in report(norm, {"has_sepa_account": has}, "2026-11-22")["warnings"]}
        for has in (True, False)
    ]
    assert ["warning-no-account" in each for each in told] == [False, True]


@promises("Een tarief wijzigen")
def _tariff(norm: Norm) -> None:
    rates = [report(norm, {}, day)["cost"]["rate"]["id"] for day in ("2026-12-31", "2027-01-01")]
    assert rates == ["cost-rate-open", "cost-rate-2027"]


@promises("Een drempel of een andere regel wijzigen")
def _threshold(norm: Norm) -> None:
    old, new = norm["scheme"]["rules"]["rule-ceiling"]["states"]
    assert (old["value"]["amount"], old["valid_until"]) == (750000, "2026-12-31")
    assert (new["value"]["amount"], new["valid_from"]) == (500000, "2027-01-01")


@promises("Een vraag aan kandidaten toevoegen")
def _question(norm: Norm) -> None:
    """An answer that was given under the first name comes along."""
    moved = migrate(ANSWERED | {"profile": {"has_user_right": True, "has_logo": True}}, norm).answers
    assert parse_answers(moved, norm)[1] == []
    assert moved["profile"] == {"has_access": True, "has_logo": True}


@promises("Iets een andere naam geven")
def _rename(norm: Norm) -> None:
    assert answers_of_before(norm, {"OFR-1": HIGH})["checks"] == {"OFR-9": HIGH}


@promises("Aandachtspunten samenvoegen")
def _merge(norm: Norm) -> None:
    kept = answers_of_before(norm, {"OFR-1": HIGH, "OFR-2": LOW})["checks"]
    assert kept == {"OFR-1": LOW | {"review": True}}


@promises("Een aandachtspunt splitsen")
def _split(norm: Norm) -> None:
    assert list(norm["requirements"]["offering"]["checks"]) == ["OFR-1", "OFR-2", "OFR-3"]
    assert answers_of_before(norm, {"OFR-1": HIGH})["checks"] == {"OFR-1": HIGH | {"review": True}}


@promises("Iets verwijderen")
def _remove(norm: Norm) -> None:
    answers = answers_of_before(norm, {"TRU-1": HIGH})
    assert "TRU-1" not in answers.get("checks", {})
    assert "TRU-1" in str(answers["appendix"])


@promises("Een nieuwe versie van de norm vrijgeven")
def _release(norm: Norm) -> None:
    assert norm["version"] == "2026.12.1"
    assert Path("norm/released/2026.12.1.yaml").is_file()


@promises("Een taal toevoegen")
def _language(norm: Norm) -> None:
    assert norm["bureaus"]["bureau-one"]["title"]["en"] == "Bureau One"


@promises("Een pagina wijzigen")
def _page(norm: Norm) -> None:
    pages = Path("norm/pages/nl")
    (page,) = pages.iterdir()
    assert prose_link_faults(norm, pages) == []
    page.write_text(page.read_text("utf-8").replace("lookback", "look-back"), encoding="utf-8")
    assert [fault.file for fault in prose_link_faults(norm, pages)] == [page.as_posix()]


@promises("Nakijken en bekijken")
def _look(norm: Norm) -> None:
    before = checked_norm(SMALL_NORM)
    assert {key: norm[key] for key in before if key != "sha256"} == {
        key: before[key] for key in before if key != "sha256"
    }


@promises("Veel kandidaten beoordelen uit een rekenblad")
def _judge_many(_norm: Norm) -> None:
    with Path("resultaten.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row[0] for row in csv.reader(file, delimiter=";")][1:] == ["Eerste", "Tweede"]
    assert not Path("resultaten.errors.csv").exists()


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_who_follows_a_recipe_gets_what_it_promises(
    recipe: Recipe, norm_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    follow(recipe, capsys)
    loaded = load_norm(norm_folder, Cache())
    assert loaded.norm is not None, loaded.faults
    EFFECTS[recipe.title](loaded.norm)


def test_of_each_recipe_a_test_says_what_it_promises() -> None:
    assert list(RECIPES) == list(EFFECTS)
