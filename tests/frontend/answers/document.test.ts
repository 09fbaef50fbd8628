/** What is a document of answers, and how form and document agree: what was not touched stays as it was. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Answers,
  applyFormChanges,
  emptyAnswers,
  type Fields,
  forRules,
  isAnswers,
  isEmpty,
  isNewer,
  type Kinds,
  renamed,
  toFields,
} from "../../../frontend/answers/document.ts";

const format = "kmop-answers/1";

const KINDS: Kinds = new Map([
  ["profile.services", "choices"],
  ["profile.starter", "boolean"],
  ["profile.provider_kind", "choice"],
  ["profile.deployed_people", "count"],
  ["profile.sites.belgium", "count"],
  ["profile.dates.application", "text"],
  ["profile.hourly_rate", "decimal"],
  ["profile.iban", "text"],
  ["checks.OFR-1.conformity", "choice"],
  ["checks.OFR-1.note", "text"],
  ["checks.OFR-1.flagged", "tick"],
  ["scan.offering.conformity", "choice"],
  ["scan.offering.demonstrability", "choice"],
  ["checks.OFR-1.not_applicable", "flag"],
  ["checks.OFR-1.not_applicable.reason", "reason"],
  ["documents.project-file.state", "choice"],
  ["worth.price", "money"],
  ["worth.extra_percent", "percent"],
] as const);

const FULL: Answers = {
  format: "kmop-answers/1",
  norm: { id: "kmop", version: "1" },
  title: "Proef",
  profile: {
    services: ["advice", "training"],
    starter: false,
    provider_kind: "private",
    deployed_people: 3,
    sites: { belgium: 0 },
    dates: { application: "2026-03-01" },
    hourly_rate: "150.50",
    iban: "BE48 3200 7018 4927",
  },
  checks: {
    "OFR-1": { conformity: "T", note: "eerste\ntweede", not_applicable: { reason: "geen" } },
    "OFR-2": { conformity: "B" },
  },
  documents: { "project-file": { state: "ready" } },
  scan: { offering: { conformity: "G" }, trust: { demonstrability: "V" } },
};

/** The document after these controls were set to something else. */
function change(answers: Answers, changes: Record<string, string[]>): Answers {
  const before = toFields(answers, KINDS);
  return applyFormChanges(answers, before, new Map([...before, ...Object.entries(changes)]), KINDS);
}

test("everything that a form can hold is read back as it was", () => {
  const after = applyFormChanges(emptyAnswers(), new Map(), toFields(FULL, KINDS), KINDS);

  const { norm, title, ...rest } = structuredClone(FULL);
  delete (rest["checks"] as Record<string, unknown>)["OFR-2"];
  delete (rest["scan"] as Record<string, unknown>)["trust"];
  assert.deepEqual(after, rest);
});

test("an untouched form leaves the document alone, also what it has no control for", () => {
  assert.deepEqual(change(FULL, {}), FULL);
});

test("the one score of an earlier file shows as the answer to both questions of the scan", () => {
  const fields = toFields({ ...emptyAnswers(), scan: { offering: "G" } }, KINDS);

  assert.deepEqual([fields.get("scan.offering.conformity"), fields.get("scan.offering.demonstrability")], [["G"], ["G"]]);
});

test("a document of an earlier version has its new form once something changed, and not before", () => {
  const earlier: Answers = { ...emptyAnswers(), scan: { offering: "G", trust: "V" } };
  assert.deepEqual(change(earlier, {}), earlier);

  const after = change(earlier, { "scan.offering.demonstrability": [] });
  assert.deepEqual(after["scan"], { offering: { conformity: "G" }, trust: { conformity: "V", demonstrability: "V" } });
});

test("not knowing is named apart, in the place of an answer", () => {
  const after = change(FULL, { "profile.starter": ["?"], "checks.OFR-1.conformity": ["?"], "profile.services": ["?"] });

  assert.deepEqual(after["unknown"], ["checks.OFR-1.conformity", "profile.services", "profile.starter"]);
  assert.equal("starter" in (after["profile"] as object), false);
  assert.deepEqual(toFields(after, KINDS).get("profile.starter"), ["?"]);
  assert.deepEqual(toFields(after, KINDS).get("profile.services"), ["?"]);
});

test("an answer takes the place of not knowing, and so does taking it back", () => {
  const unknown = change(emptyAnswers(), { "profile.starter": ["?"] });

  assert.deepEqual(change(unknown, { "profile.starter": ["false"] }), { ...emptyAnswers(), profile: { starter: false } });
  assert.deepEqual(change(unknown, { "profile.starter": [] }), emptyAnswers());
});

test("a question mark that is typed is a text", () => {
  const after = change(emptyAnswers(), { "profile.iban": ["?"] });

  assert.deepEqual(after, { ...emptyAnswers(), profile: { iban: "?" } });
});

test("an answer goes before the name of what is not known", () => {
  const both: Answers = { ...emptyAnswers(), profile: { starter: true }, unknown: ["profile.starter"] };

  assert.deepEqual(toFields(both, KINDS).get("profile.starter"), ["true"]);
  assert.equal("unknown" in change(both, { "profile.iban": ["x"] }), false);
});

test("what is not known of what the form does not show stays", () => {
  const later: Answers = { ...emptyAnswers(), unknown: ["profile.later"] };

  assert.deepEqual(change(later, { "profile.starter": ["?"] })["unknown"], ["profile.later", "profile.starter"]);
});

test("not to know is an answer", () => {
  assert.equal(isEmpty({ ...emptyAnswers(), unknown: ["profile.starter"] }), false);
  assert.equal(isEmpty({ ...emptyAnswers(), unknown: [] }), true);
});

test("a value that a control cannot hold survives as long as nobody touches it", () => {
  const asTheBrowserShowsIt: Fields = new Map([...toFields(FULL, KINDS), ["checks.OFR-1.note", ["eerste"]]]);

  const after = applyFormChanges(FULL, asTheBrowserShowsIt, asTheBrowserShowsIt, KINDS);

  assert.deepEqual(after, FULL);
});

test("an empty list is something else than no answer", () => {
  const none: Answers = { ...emptyAnswers(), profile: { services: [] } };

  assert.deepEqual(toFields(none, KINDS).get("profile.services"), [""]);
  assert.deepEqual(change(emptyAnswers(), { "profile.services": [""] }), none);
  assert.deepEqual(change(none, { "profile.services": [] }), emptyAnswers());
});

test("nothing, written as such, shows as no answer", () => {
  const fields = toFields({ ...emptyAnswers(), profile: { starter: null, iban: null } }, KINDS);

  assert.deepEqual([fields.get("profile.starter"), fields.get("profile.iban")], [[], []]);
});

test("a point that is set aside shows its box ticked, and its reason", () => {
  const fields = toFields({ ...emptyAnswers(), checks: { "OFR-1": { not_applicable: { reason: "geen" } } } }, KINDS);

  assert.deepEqual(fields.get("checks.OFR-1.not_applicable"), ["true"]);
  assert.deepEqual(fields.get("checks.OFR-1.not_applicable.reason"), ["geen"]);
});

test("an answer taken back leaves nothing behind", () => {
  const one = change(emptyAnswers(), { "profile.sites.belgium": ["2"] });
  assert.deepEqual(one, { ...emptyAnswers(), profile: { sites: { belgium: 2 } } });

  assert.deepEqual(change(one, { "profile.sites.belgium": [] }), emptyAnswers());
});

test("white space is no answer", () => {
  assert.deepEqual(change(emptyAnswers(), { "checks.OFR-1.note": ["  \n"] }), emptyAnswers());
});

test("a figure is shown with a comma and written with a point", () => {
  assert.deepEqual(toFields(FULL, KINDS).get("profile.hourly_rate"), ["150,50"]);

  const after = change(emptyAnswers(), { "profile.hourly_rate": [" 99,9 "] });
  assert.deepEqual(after["profile"], { hourly_rate: "99.9" });
});

test("what is no such number goes to the rules as it was typed", () => {
  const after = change(emptyAnswers(), { "profile.deployed_people": ["2,5"], "profile.hourly_rate": ["1,250"] });

  assert.deepEqual(after["profile"], { deployed_people: "2,5", hourly_rate: "1,250" });
  assert.deepEqual(toFields(after, KINDS).get("profile.hourly_rate"), ["1,250"]);
});

test("each kind of number is read as it is written", () => {
  const typed = { "profile.deployed_people": ["1.250"], "worth.price": ["€ 1 250,-"], "worth.extra_percent": ["30 %"] };
  const after = change(emptyAnswers(), typed);

  assert.deepEqual(after["profile"], { deployed_people: 1250 });
  assert.deepEqual(after["worth"], { price: 1250, extra_percent: 30 });
});

test("a point that is set aside counts once its reason is there", () => {
  const ticked = change(emptyAnswers(), { "checks.OFR-1.not_applicable": ["true"] });
  assert.deepEqual(ticked["checks"], { "OFR-1": { not_applicable: { reason: "" } } });
  assert.deepEqual(forRules(ticked), emptyAnswers());

  const reasoned = change(ticked, { "checks.OFR-1.not_applicable.reason": ["geen advies"] });
  assert.deepEqual(forRules(reasoned), reasoned);
  assert.deepEqual(reasoned["checks"], { "OFR-1": { not_applicable: { reason: "geen advies" } } });
});

test("a reason that was typed first is taken along by the tick", () => {
  const before: Fields = new Map([["checks.OFR-1.not_applicable.reason", ["geen"]]]);
  const after: Fields = new Map([...before, ["checks.OFR-1.not_applicable", ["true"]]]);

  const answers = applyFormChanges(emptyAnswers(), before, after, KINDS);

  assert.deepEqual(answers["checks"], { "OFR-1": { not_applicable: { reason: "geen" } } });
});

test("without its tick a reason is no answer", () => {
  const after = change(FULL, { "checks.OFR-1.not_applicable": [] });

  assert.equal("not_applicable" in (after["checks"] as Record<string, object>)["OFR-1"]!, false);
});

test("a flag is there or not, and one that says no stays as it was", () => {
  const flagged = change(emptyAnswers(), { "checks.OFR-1.flagged": ["true"] });
  assert.deepEqual(flagged, { ...emptyAnswers(), checks: { "OFR-1": { flagged: true } } });
  assert.deepEqual(toFields(flagged, KINDS).get("checks.OFR-1.flagged"), ["true"]);
  assert.deepEqual(change(flagged, { "checks.OFR-1.flagged": [] }), emptyAnswers());

  const no: Answers = { ...emptyAnswers(), checks: { "OFR-1": { flagged: false } } };
  assert.deepEqual(toFields(no, KINDS).get("checks.OFR-1.flagged"), []);
  assert.deepEqual(change(no, {}), no);
});

test("a key that every object has is no answer", () => {
  const kinds: Kinds = new Map([["checks.constructor.note", "text"]]);

  assert.deepEqual(toFields(emptyAnswers(), kinds).get("checks.constructor.note"), []);
});

test("a document without answers is empty, whatever it is called", () => {
  assert.equal(isEmpty({ ...emptyAnswers(), title: "x", profile: {}, checks: { "OFR-1": {} } }), true);
  assert.equal(isEmpty({ ...emptyAnswers(), profile: { services: [] } }), false);
  assert.equal(isEmpty({ ...emptyAnswers(), scan: { offering: "B" } }), false);
});

test("answers are told from what is damaged and what is newer", () => {
  for (const damaged of [null, "x", [], {}, { format, checks: [] }, { format: "x" }, undefined]) {
    assert.ok(!isAnswers(damaged), JSON.stringify(damaged));
  }
  assert.ok(isAnswers({ format, checks: {} }));
  assert.ok(isNewer({ format: "kmop-answers/2" }));
  assert.ok(!isNewer({ format }) && !isNewer({ format: "kmop-answers/0" }) && !isNewer({}) && !isNewer(null));
});

test("what is no JSON is no answers, for it cannot be written to a file nor changed", () => {
  const endless: Record<string, unknown> = {};
  endless["profile"] = endless;
  for (const profile of [new Map([["services", []]]), new Date(), { sites: new Map() }, { sites: 1n }, endless]) {
    assert.ok(!isAnswers({ format, profile }));
  }
});

test("half a character is no text for the rules, and stays where it was kept", () => {
  const [half, whole] = ["\uD83D", "\u{1F600}"];
  const answers: Answers = { format, title: `a${half}`, checks: { "OFR-1": { note: whole, present: [half] } } };

  const checks = { "OFR-1": { note: whole, present: ["\uFFFD"] } };
  assert.deepEqual(forRules(answers), { format, title: "a\uFFFD", checks });
  assert.equal(answers["title"], `a${half}`);
});

test("a name is given and taken away", () => {
  assert.deepEqual(renamed({ format }, "x"), { format, title: "x" });
  assert.deepEqual(renamed({ format, title: "x" }, ""), { format });
});

test("what was put aside is something that can be lost", () => {
  assert.ok(!isEmpty({ format, appendix: [{ id: "x", version: "1", answer: 1 }] }));
  assert.ok(isEmpty({ format, appendix: [] }));
  assert.ok(!isAnswers({ format, appendix: {} }));
});
