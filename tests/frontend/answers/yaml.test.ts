/** Answers as YAML: nothing is lost on the way there and back, whatever is in them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf, toYaml, type Wording, yamlToJson } from "../../../frontend/answers/yaml.ts";

function fromYaml(text: string): unknown {
  const json = yamlToJson(text);
  return json === undefined ? undefined : JSON.parse(json);
}

const WORDING: Wording = {
  head: "Antwoorden",
  label: (name) => (name === "checks.OFR-1.conformity" ? "Staat het op papier?" : null),
  option: (_name, value) => (value === "T" ? "toereikend" : null),
};
const NASTY = [
  "", " ", "no", "T", "1.50", "2026-01-01", "null", "~", "- a", "a: b", "# geen commentaar", "a #b", "'", '"', "\\",
  "eerste\ntweede", "eerste\ntweede\n", "\nvoor", "a\n\n\nb", "a\n  ingesprongen\nb", "a \nb", "tab\tin\nregel",
  "\r\n", "a\u2028b\nc", "a\u0085b\nc", "\u0000", "\u007f", "\ufeffa\nb", "---\na", "...\nb", "a\n---\nb", "%x\ny",
  "x".repeat(5000), "een lange zin ".repeat(20), "é€😀\nñ", "&a\n*b", "!tag\n", "|\nblok", "`\n@",
];

const EVERYTHING = `# Antwoorden


# format?
format: "x" # = x

# profile?
profile:
  # profile.services?
  services:
    - "advice" # = advice
    - "training" # = training

  # profile.starter?
  starter: true # = true

  # profile.people?
  people: 3 # = 3

# checks?
checks:
  # checks.OFR-1?
  OFR-1:
    # checks.OFR-1.conformity?
    conformity: "T" # = T
    # checks.OFR-1.note?
    note: |-
      eerste
      tweede

  # checks.OFR-2?
  OFR-2:
    # checks.OFR-2.note?
    note: "z" # = z
`;

test("a document with every kind of answer comes back the same", () => {
  const answers = {
    format: "kmop-answers/1",
    norm: { id: "kmop", version: "1" },
    profile: { services: ["advice"], certificates: [], starter: false, deployed_people: 3, hourly_rate: "150.50" },
    checks: { "OFR-1": { conformity: "T", not_applicable: { reason: "" } } },
  };
  const text = toYaml(answers, WORDING);

  assert.deepEqual(fromYaml(text), answers);
  assert.match(text, /^# Antwoorden\n/);
  assert.match(text, /# Staat het op papier\?\n +conformity: "T" # toereikend/);
});

test("parts stand apart, and each answer has its question above it and its meaning beside it", () => {
  const label = (name: string) => `${name}?`;
  const option = (_name: string, value: string) => `= ${value}`;
  const answers = {
    format: "x",
    profile: { services: ["advice", "training"], starter: true, people: 3 },
    checks: { "OFR-1": { conformity: "T", note: "eerste\ntweede" }, "OFR-2": { note: "z" } },
  };

  assert.equal(toYaml(answers, { head: "Antwoorden", label, option }), EVERYTHING);
});

test("what has no question and no meaning stands there without", () => {
  const nothing = { head: "h", label: () => null, option: (_name: string, value: string) => value };

  assert.equal(toYaml({ format: "x", profile: { a: "b" } }, nothing), '# h\n\n\nformat: "x"\n\nprofile:\n  a: "b"\n');
});

test("the same part of a document in two places is written twice", () => {
  const same = { note: "x" };
  const answers = { format: "x", checks: { "OFR-1": same, "OFR-2": same } };

  assert.deepEqual(fromYaml(toYaml(answers, WORDING)), answers);
});

for (const [index, note] of NASTY.entries()) {
  test(`awkward text ${index} comes back the same`, () => {
    const answers = { format: "kmop-answers/1", checks: { "OFR-1": { note, present: note } } };
    assert.deepEqual(fromYaml(toYaml(answers, WORDING)), answers);
  });
}

test("any mixture of awkward characters comes back the same", () => {
  const pieces = ["a", " ", "\n", "\t", "#", ":", "-", '"', "'", "\\", "é", "\u2028", "\r", "0", "|", ">"];
  let seed = 7;
  const next = (below: number): number => (seed = (seed * 16807) % 2147483647) % below;
  for (let round = 0; round < 5000; round++) {
    const note = Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join("");
    const answers = { format: "kmop-answers/1", checks: { "OFR-1": { note } } };
    assert.deepEqual(fromYaml(toYaml(answers, WORDING)), answers, JSON.stringify(note));
  }
});

test("what other readers would refuse or alter is written so that they cannot", () => {
  const codes = [...Array(0xa0).keys(), 0xad, 0xfeff, 0x2028, 0x2029, 0xfffe, 0xffff].filter((code) => code !== 10);
  const note = codes.map((code) => String.fromCharCode(code)).join("a");
  const text = toYaml({ format: "x", checks: { [note]: { note } } }, WORDING);

  assert.match(text, /^[\n\x20-\x7e\xa0-\ud7ff]*$/);
  assert.deepEqual(fromYaml(text), { format: "x", checks: { [note]: { note } } });
});

test("what an earlier version of the page wrote is read as it was meant", () => {
  const note = "a\u0085b\u2028c\u2029d\u007fe\u009bf\ufffeg\uffffh";

  assert.deepEqual(fromYaml(`note: "${note}"\n`), { note });
});

const PLAIN = {
  "true": true, "null": null, "~": null, "": null, "12": 12, "-3": -3, "+4": 4, "1.5": 1.5, "1.50e3": 1500,
  "True": "True", "NULL": "NULL", "yes": "yes", "012": "012", "0x1F": "0x1F", "0o7": "0o7", "1e3": "1e3", ".5": ".5",
  ".inf": ".inf", ".nan": ".nan", "1e400": "1e400", "9999999999999999": "9999999999999999", "2026-02-01": "2026-02-01",
  "__proto__": "__proto__", "constructor": "constructor",
};
for (const [written, read] of Object.entries(PLAIN)) {
  test(`without quotes, ${written || "nothing"} is what the command line takes it for`, () => {
    assert.deepEqual(fromYaml(`a: ${written}\n`), { a: read });
  });
}

test("a number is handed on as it is written, for the rules to judge", () => {
  assert.equal(yamlToJson("a: 1.0\nb: +2\n"), '{"a":1.0,"b":2}');
});

const REFUSED = {
  "a key that is no text": "1: a",
  "a key that is true": "true: a",
  "a key that is a list": "? [a]\n: b",
  "an anchor that nobody refers to": "a: &x 1",
  "a tag that says what is so anyway": "a: !!str x",
  "a directive": "%YAML 1.1\n---\na: 1",
  "a tab to indent with": "a:\n\t- b",
  "a character of control": "a: \u0001",
  "a line end of old": "a: 1\rb: 2",

  "broken": "a: [1",
  "the same key twice": "a: 1\na: 2",
  "a reference": "a: &x [1]\nb: *x",
  "references in references": "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]",
  "a tag": "a: !!python/object x",
  "several documents": "a: 1\n---\nb: 2",
};
for (const [what, text] of Object.entries(REFUSED)) {
  test(`${what} is refused`, () => assert.equal(fromYaml(text), undefined));
}

const WHERE: Record<string, [path: (string | number)[], line: number | null]> = {
  "a question": [["profile", "starter"], 2],
  "a part": [["checks"], 4],
  "an item of a list": [["profile", "services", 1], 3],
  "what is in something that is no group": [["profile", "starter", "more"], 2],
  "what is not there": [["profile", "lacking"], 1],
  "the whole": [[], null],
};
for (const [what, [path, line]] of Object.entries(WHERE)) {
  test(`the line is found of ${what}`, () => {
    assert.equal(linesOf('profile:\n  starter: ja\n  services: [a, b]\nchecks:\n  X-1: {note: "starter: nee"}\n')(path), line);
  });
}

test("in JSON a line is found as well", () => {
  assert.equal(linesOf('{\n  "title": "x",\n  "profile": {\n    "title": 3\n  }\n}')(["profile", "title"]), 4);
});
