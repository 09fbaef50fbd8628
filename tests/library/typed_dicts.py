"""TypedDicts of the documents, made from their JSON Schemas: `make types` writes them."""

import json
import keyword
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from guide.norm.assemble import element_lists
from guide.paths import ROOT, SCHEMAS

__all__ = ["TARGET", "typed_dicts"]

Schema = Mapping[str, Any]

TARGET = ROOT / "kmop" / "documents.py"
HEAD = '''"""The documents as type checkers see them, made from `schemas/` by `make types`; do not edit."""

from typing import Any, Literal, NotRequired, TypedDict

__all__ = ["Answers", "Norm", "Report"]

'''
SIMPLE = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
# What the assembled norm has besides what stands in `norm.yaml` and its lists of elements.
OTHERWISE = (
    "profile", "scoring", "cost", "scheme", "worth", "letters", "templates", "situations", "misunderstandings",
    "requirements", "procedure", "outcomes", "topics", "texts", "files", "examples", "cases", "facts",
)  # fmt: skip


def typed_dicts() -> str:
    """Return the module with the types of answers, report and norm."""
    made = Module()
    made.document("Answers", "answers")
    made.document("Report", "report")
    made.norm()
    text = HEAD + "\n\n".join(made.classes.values()) + "\n"
    ruff = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(TARGET), "-"]
    return subprocess.run(ruff, input=text, capture_output=True, text=True, check=True).stdout


class Module:
    """The types met so far: by name, as source."""

    def __init__(self) -> None:
        self.classes: dict[str, str] = {}
        self._named: dict[tuple[str, str], str] = {}

    def document(self, name: str, schema: str) -> None:
        """Add the type of a whole document."""
        self._object(name, loaded(schema), schema)

    def norm(self) -> None:
        """Add the type of the norm as it is put together: elements by their ids."""
        own = loaded("norm")
        fields = dict(self._fields("Norm", own, "norm"))
        for kind, listed in sorted(element_lists().items()):
            element = loaded(kind)["properties"][listed]["items"]
            fields[kind] = f"dict[str, {self._type(f'{kind.title()}Element', element, kind)}]"
        fields |= dict.fromkeys(OTHERWISE, "dict[str, Any]")
        fields |= {"statements": "list[Any]", "quiz": "list[Any]", "sha256": "str"}
        self._class("Norm", fields)

    def _object(self, name: str, schema: Schema, file: str) -> str:
        if name not in self.classes:
            self.classes[name] = ""  # it may hold one of its own kind
            self._class(name, dict(self._fields(name, schema, file)))
        return name

    def _class(self, name: str, fields: Mapping[str, str]) -> None:
        if all(each.isidentifier() and not keyword.iskeyword(each) for each in fields):
            lines = (f"    {field}: {kind}" for field, kind in fields.items())
            source = "\n".join([f"class {name}(TypedDict):", *lines])
        else:
            source = f"{name} = TypedDict({name!r}, {{{', '.join(f'{f!r}: {k!r}' for f, k in fields.items())}}})"
        self.classes.pop(name, None)
        self.classes[name] = source

    def _fields(self, name: str, schema: Schema, file: str) -> Iterator[tuple[str, str]]:
        required = schema.get("required", ())
        for field, part in schema["properties"].items():
            kind = self._type(f"{name}{_camel(field)}", part, file)
            yield field, kind if field in required else f"NotRequired[{kind}]"

    def _type(self, name: str, schema: Schema | bool, file: str) -> str:
        """Return the type of a value; one that has parts gets a class by this name."""
        if isinstance(schema, bool):
            return "Any"
        if "$ref" in schema:
            return self._referred(schema["$ref"], file)
        if "const" in schema or "enum" in schema:
            return _literal(schema.get("enum", [schema.get("const")]))
        if "anyOf" in schema or "oneOf" in schema:
            parts = schema.get("anyOf") or schema["oneOf"]
            return _union(self._type(f"{name}{number}", part, file) for number, part in enumerate(parts, 1))
        kinds = schema.get("type", [])
        return _union(self._simple(name, kind, schema, file) for kind in ([kinds] if isinstance(kinds, str) else kinds))

    def _simple(self, name: str, kind: str, schema: Schema, file: str) -> str:
        if kind == "array":
            return f"list[{self._type(f'{name}Item', schema.get('items', {}), file)}]"
        if kind != "object":
            return SIMPLE[kind]
        if "properties" in schema and schema.get("additionalProperties") is False:
            return self._object(name, schema, file)
        more = schema.get("additionalProperties")
        return f"dict[str, {self._type(f'{name}Value', more, file) if isinstance(more, dict) else 'Any'}]"

    def _referred(self, reference: str, file: str) -> str:
        """Return the type of a part that several share, which is called after where it stands."""
        named, _, path = reference.partition("#")
        home = named.removesuffix(".schema.json") or file
        key = (home, path)
        if key not in self._named:
            name = f"{_camel(home)}{_camel(path.rsplit('/', 1)[-1])}" if path else _camel(home)
            self._named[key] = name  # it may hold one of its own kind
            self._named[key] = self._type(name, _at(loaded(home), path), home)
        return self._named[key]


def loaded(schema: str) -> dict[str, Any]:
    """Return a schema by its name."""
    found: dict[str, Any] = json.loads((SCHEMAS / f"{schema}.schema.json").read_bytes())
    return found


def _at(schema: Schema, path: str) -> Schema:
    for step in filter(None, path.split("/")):
        schema = schema[step]
    return schema


def _camel(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in name.replace("-", "_").split("_"))


def _literal(values: Collection[Any]) -> str:
    named = [repr(value) for value in values if value is not None]
    return _union([*([f"Literal[{', '.join(named)}]"] if named else []), *(["None"] if None in values else [])])


def _union(kinds: Iterable[str]) -> str:
    parts = sorted(dict.fromkeys(kinds), key=lambda kind: kind == "None")
    return "Any" if not parts or "Any" in parts else " | ".join(parts)


if __name__ == "__main__":
    TARGET.write_text(typed_dicts(), encoding="utf-8")
