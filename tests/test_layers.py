"""Imports point down: each module imports only what stands before it in the order of layers."""

import ast
from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Lowest first: a module, or a folder whose own modules have only to be free of circles.
LAYERS = """
    assessment: faults canonical periods validity fields askers outcomes names element_index
    assessment: registration_numbers identifiers version i_json
    assessment: predicates skip_logic memo rounding figure_wording bound_wording wording case scenarios receipt
    assessment: checking normal_form appendix renamed_questions former_names
    assessment: answer_suggestions answers unknown_answers merging migration
    assessment: findings texts project_files rules report comparison view
    assessment: side_by_side audit_folder templates client_rows text_view files_view __init__
    guide: __init__ paths faults atomic_write replacing scratch cache_pruning background quiz_figures xlsx_text
    guide: disk_cache esbuild html_templates documents catalogue validation norm checks loader host
    guide: pages reports findings text_check project_files runtime site packaging editing
    guide: batch summary maintenance changes impact verification cli __main__
    kmop: documents __init__
"""
ORDER = [
    f"{room.strip()}.{layer}."
    for room, _, layers in (line.partition(":") for line in LAYERS.strip().splitlines())
    for layer in layers.split()
]
MODULES = {
    ".".join(file.relative_to(ROOT).with_suffix("").parts): file
    for room in ("assessment", "guide", "kmop")
    for file in sorted((ROOT / room).rglob("*.py"))
}


def imported_by(module: str) -> Iterator[str]:
    """Yield what this module imports, be it within a function or for its types alone."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if {whole, f"{whole}.__init__"} & set(MODULES) else str(node.module)


def ours(names: Iterable[str]) -> set[str]:
    """Return those of our modules that go by these names; a folder stands for what it is as a module."""
    return {module for name in names for module in (name, f"{name}.__init__") if module in MODULES}


def places_of(module: str) -> list[int]:
    return [place for place, layer in enumerate(ORDER) if f"{module}.".startswith(layer)]


IMPORTS = {module: ours(imported_by(module)) for module in MODULES}


def test_each_module_has_one_place_in_the_order() -> None:
    assert [module for module in MODULES if len(places_of(module)) != 1] == []


def test_each_module_imports_only_what_stands_before_it() -> None:
    pairs = [(module, each) for module, found in IMPORTS.items() for each in sorted(found)]
    assert [(module, each) for module, each in pairs if places_of(each) > places_of(module)] == []


def test_no_imports_go_round_in_a_circle() -> None:
    assert set(TopologicalSorter(IMPORTS).static_order()) == set(MODULES)


def test_each_layer_is_a_module_or_a_folder() -> None:
    assert [layer for layer in ORDER if not any(f"{module}.".startswith(layer) for module in MODULES)] == []
