"""Stamping: scripts are bundled once, whatever the runtime is called."""

from guide.runtime.stamping import PLACEHOLDER, stamped

SCRIPTS = {
    "app/app.AAAAAAAA.min.js": 'import"./part-x.BBBBBBBB.min.js";import"./other.CCCCCCCC.min.js"',
    "app/part-x.BBBBBBBB.min.js": f'const at="../runtime/{PLACEHOLDER}/"',
    "app/other.CCCCCCCC.min.js": "1",
    "alone/app.js": f'const at="../runtime/{PLACEHOLDER}/"',
}


def test_the_key_takes_its_place() -> None:
    assert stamped(SCRIPTS, "abc")["alone/app.js"] == 'const at="../runtime/abc/"'


def test_a_script_that_holds_the_key_has_another_name_with_another_key() -> None:
    first, second = set(stamped(SCRIPTS, "abc")), set(stamped(SCRIPTS, "abd"))

    assert first & second == {"app/other.CCCCCCCC.min.js", "alone/app.js"}
    assert len(first) == len(second) == len(SCRIPTS)


def test_a_script_names_the_others_as_they_are_called_now() -> None:
    made = stamped(SCRIPTS, "abc")
    (app,) = (text for path, text in made.items() if path.startswith("app/app."))
    (part,) = (path.removeprefix("app/") for path in made if path.startswith("app/part-x."))

    assert app == f'import"./{part}";import"./other.CCCCCCCC.min.js"'


def test_the_same_key_gives_the_same_names() -> None:
    assert stamped(SCRIPTS, "abc") == stamped(SCRIPTS, "abc")
