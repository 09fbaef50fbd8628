import ast
import subprocess
import sys
from pathlib import Path

import pytest

import assessment
from guide.runtime import RuntimeFault, rules_archive
from guide.runtime.rules_archive import APART, rules_files, write_rules
from guide.runtime.stdnum_files import library_files, named_modules

# Runs in an interpreter that sees nothing but the standard library (hence -S) and the zip.
ALONE = """
import sys
sys.path.insert(0, sys.argv[1])
import api
from assessment.identifiers import is_valid_number
numbers = [("enterprise_number", "BE0403.170.701"), ("bic", "GEBABEBB"),
           ("iban", "BE48 3200 7018 4927"), ("iban", "ES91 2100 0418 4502 0005 1332"),
           ("iban", "NO93 8601 1117 947"), ("iban", "NL91 ABNA 0417 1643 00")]
for kind, number in numbers:
    assert is_valid_number(kind, number), number
for kind, number in [("iban", "BE48 3200 7018 4928"), ("iban", "NO93 8601 1117 948")]:
    assert not is_valid_number(kind, number), number
from stdnum.be import iban
assert iban.to_bic("BE48 3200 7018 4927") == "BBRUBEBB"
"""


def package_files() -> dict[str, bytes]:
    folder = Path(assessment.__file__).parent
    carried = [path for path in folder.rglob("*.py") if path.parent.name not in APART]
    return {path.relative_to(folder.parent).as_posix(): path.read_bytes() for path in carried}


def test_the_rules_travel_unchanged() -> None:
    assert package_files().items() <= rules_files().items()


def test_what_one_page_alone_asks_for_is_not_among_them() -> None:
    assert not any(name.startswith("assessment/texts/") for name in rules_files())


def test_two_zips_of_the_same_rules_are_the_same(tmp_path: Path, messages: dict[str, str]) -> None:
    write_rules(tmp_path / "one.zip", messages)
    write_rules(tmp_path / "other.zip", messages)

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_the_zip_needs_nothing_but_the_standard_library(tmp_path: Path, messages: dict[str, str]) -> None:
    target = tmp_path / "rules.zip"
    write_rules(target, messages)

    subprocess.run([sys.executable, "-I", "-S", "-c", ALONE, str(target)], check=True)


def test_every_module_that_the_rules_import_is_there() -> None:
    files = rules_files()
    imported = set()
    for name in package_files():
        for node in ast.walk(ast.parse(files[name])):
            if isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module)
            elif isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
    ours = {name for name in imported if name.split(".")[0] in {"assessment", "stdnum"}}

    paths = {name: name.replace(".", "/") for name in ours}
    missing = [n for n, p in paths.items() if not {f"{p}.py", f"{p}/__init__.py"} & files.keys()]
    assert missing == []


def test_the_library_that_checks_numbers_is_found_by_name() -> None:
    folder = Path(assessment.__file__).parent

    names = named_modules(folder.rglob("*.py"))

    assert names == {"stdnum.be.vat", "stdnum.iban", "stdnum.bic"}


@pytest.mark.parametrize(
    "source",
    ["import stdnum.iban\n", "from stdnum import iban\n", "name = 'stdnum.iban'\n"],
    ids=["import", "from", "text"],
)
def test_a_module_is_found_however_it_is_named(source: str, tmp_path: Path) -> None:
    path = tmp_path / "rule.py"
    path.write_text(source, encoding="utf-8")

    assert named_modules([path]) == {"stdnum.iban"}


def test_data_come_with_the_modules_that_read_them() -> None:
    assert {"stdnum/iban.dat", "stdnum/be/banks.dat"} <= library_files(["stdnum.iban"]).keys()


def test_the_rest_of_the_library_stays_at_home() -> None:
    assert "stdnum/nl/bsn.py" not in rules_files()


def test_the_licence_of_the_library_comes_along() -> None:
    assert "licences/python-stdnum/COPYING" in rules_files()


def test_a_missing_library_is_told_with_its_remedy(
    tmp_path: Path, messages: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules_archive, "named_modules", lambda _sources: {"stdnum.absent"})
    monkeypatch.setattr("guide.paths.KEPT", tmp_path / "kept")

    with pytest.raises(RuntimeFault, match=r"stdnum\.absent.*make setup"):
        write_rules(tmp_path / "rules.zip", messages)
