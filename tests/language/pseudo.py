"""A language that nobody speaks: Dutch in brackets and longer, added to a copy of the project as any language would be.

What is read outside of brackets did not come from the norm, the catalogue or the prose; what does not fit will not fit
in French either.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter
from typing import Any

from markdown.extensions.toc import slugify

from guide.catalogue import LANGUAGE
from guide.documents.yaml_reader import read_yaml

# Reserved for this by nobody, but taken by no language either.
LANGUAGE_TAG = "qps"
OPEN, CLOSE = "⟦", "⟧"
LONGER = 1.4
# What the build of a site reads, apart from packages.
READ = ("assessment", "guide", "frontend", "norm", "docs", "schemas", "mkdocs.yml", "LICENSE", "host.yaml")
# Parts of addresses and names of files, marks within figures, and the name of the language: no sentences.
KEPT = re.compile(
    r"pages\.(form\.address)\..*|folder\.file\..*|browser\.file\.\w+|browser\.damaged\.file|words\.language"
    r"|words\.(decimal|thousands)_mark|cli\..*|check\..*"
)
# Under these names the norm has parts of addresses, by language too.
ADDRESSES = {"page", "key", "none"}
# The place and the class that a heading has by the writer's own choice.
OWN = re.compile(r" \{:? ([#.][\w-]+) \}$")
# A call of the prose, an address, a mark of Markdown: none of it is read.
UNREAD = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\]\([^)]*\)|\]\[[^]]*\]|[*_`]+|<[^>]*>", re.DOTALL)
CALL = re.compile(r"\{\{.*?\}\}|\{%\s*call\b.*?%\}", re.DOTALL)
HANDED = re.compile(r'"([^"]*)"')
BLOCK = re.compile(r"^(\s*(?:#+|[-*]|\d+\.|>)\s+)?(.*)$")


def pseudo(text: str) -> str:
    """A text in brackets, four tenths longer, with its placeholders as they were."""
    return OPEN + "".join(_template(text)) + CLOSE


def _template(text: str) -> Iterator[str]:
    for literal, name, kind, _ in Formatter().parse(text):
        yield longer(literal).replace("{", "{{").replace("}", "}}")
        if name is not None:
            yield f"{{{name}{_kind(kind or '')}}}"


def _kind(kind: str) -> str:
    """Words for one and for many stand in the placeholder itself."""
    way, _, terms = kind.partition(" ")
    if way == "plural":
        terms = "/".join(OPEN + longer(term) + CLOSE for term in terms.split("/"))
    return ":" + (f"{way} {terms}" if terms else way) if kind else ""


def longer(text: str) -> str:
    """A text with its vowels drawn out until it is longer by four tenths."""
    wanted = round(len(text) * LONGER)
    drawn = re.sub(r"([aeiou])", r"\1\1", text)
    letters = [match.end() for match in re.finditer(r"[^\W\d_]", drawn)]
    missing = max(wanted - len(drawn), 0) if letters else 0
    at = letters[-1] if letters else 0
    return drawn[:at] + drawn[at - 1 : at] * missing + drawn[at:]


def pseudo_markdown(text: str) -> str:
    """Prose with each block in brackets; what it asks of the norm and where it links to stay."""
    turned = CALL.sub(lambda call: HANDED.sub(_handed, call[0]), text)
    return "\n".join(_line(line) for line in turned.splitlines()) + "\n"


def _handed(given: re.Match[str]) -> str:
    """What the prose hands to a call: a sentence, or the name of something."""
    return f'"{OPEN}{longer(given[1])}{CLOSE}"' if " " in given[1] else given[0]


def _line(line: str) -> str:
    match = BLOCK.fullmatch(line)
    assert match is not None
    mark, (words, own, *_) = match[1] or "", [*OWN.split(match[2]), ""]
    if not re.search(r"[^\W\d_]", UNREAD.sub("", words)):
        return line
    kept = UNREAD.findall(words)
    parts = [longer(part) for part in UNREAD.split(words)]
    turned = parts[0] + "".join(one + part for one, part in zip(kept, parts[1:], strict=True))
    # Links within a page are of its language; here they stay, and so do the places that they lead to.
    place = own if own.startswith("#") else f"#{slugify(words, '-')} {own}".rstrip()
    return mark + OPEN + turned + CLOSE + (f" {{ {place} }}" if mark.startswith("#") else "")


def pseudo_texts(value: Any, turn: Callable[[str], str] = pseudo) -> Any:
    """Data with the language added to every text that is there by language."""
    if isinstance(value, list):
        return [pseudo_texts(item, turn) for item in value]
    if not isinstance(value, dict):
        return value
    added = {LANGUAGE_TAG: turn(value[LANGUAGE])} if isinstance(value.get(LANGUAGE), str) else {}
    turned = {key: pseudo_texts(item, str if key in ADDRESSES else turn) for key, item in value.items()}
    return turned | added


def pseudo_messages(value: Any, name: str) -> Any:
    """A file of the catalogue in the language."""
    if isinstance(value, dict):
        return {key: pseudo_messages(item, f"{name}.{key}") for key, item in value.items()}
    if name == "words.language":
        return LANGUAGE_TAG
    return value if KEPT.fullmatch(name) else pseudo(value)


def project_with_the_language(root: Path, target: Path, theme: Path) -> Path:
    """A copy of the project that has the language too, by the recipe in CONTRIBUTING.

    Args:
        root: The project.
        target: The folder of the copy.
        theme: The theme's own words in Dutch.
    """
    for name in READ:
        source = root / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target / name)
    # What was made of the same things already is there for the copy too; the rest it makes itself.
    for shared in ("node_modules", ".cache/compressed", ".cache/runtime"):
        (root / shared).mkdir(parents=True, exist_ok=True)
        (target / shared).parent.mkdir(exist_ok=True)
        (target / shared).symlink_to(root / shared)
    for path in (target / "norm").rglob("*.yaml"):
        _rewrite(path, pseudo_texts(_read(path)))
    for path in (target / "guide/messages" / LANGUAGE).glob("*.yaml"):
        _rewrite(target / "guide/messages" / LANGUAGE_TAG / path.name, pseudo_messages(_read(path), path.stem))
    for path in (target / "docs" / LANGUAGE).rglob("*.md"):
        page = target / "docs" / LANGUAGE_TAG / path.relative_to(target / "docs" / LANGUAGE)
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(pseudo_markdown(path.read_text(encoding="utf-8")), encoding="utf-8")
    schema = target / "schemas/common.schema.json"
    schema.write_text(schema.read_text(encoding="utf-8").replace('"fr"', f'"{LANGUAGE_TAG}"'), encoding="utf-8")
    words = target / "docs/overrides/partials/languages" / f"{LANGUAGE_TAG}.html"
    words.parent.mkdir(parents=True, exist_ok=True)
    words.write_text(pseudo_theme(theme.read_text(encoding="utf-8")), encoding="utf-8")
    return target


def pseudo_theme(text: str) -> str:
    """The theme's own words; settings of the search are none."""

    def turned(match: re.Match[str]) -> str:
        key, words = match[1], match[2]
        if key == "language":
            words = LANGUAGE_TAG
        elif ".config." not in key:
            words = OPEN + longer(words) + CLOSE
        return f'"{key}": "{words}"'

    return re.sub(r'"([\w.]+)": "([^"]*)"', turned, text)


def _read(path: Path) -> Any:
    document, faults = read_yaml(path)
    assert document is not None, faults
    return document.data


def _rewrite(path: Path, data: Any) -> None:
    """Write a file as JSON, which is YAML too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
