/** Which pages of situations fit the answers, and what of them counts there. */

import "../no-page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Question } from "../../../frontend/situation/decision-table.ts";
import { chosenOf, fitting, isOutside, type SituationPage } from "../../../frontend/steps/first-figures.ts";

const PAGES: SituationPage[] = [
  pageFor("training", { services: ["training"], application: "first", starter: false, provider_kind: "private" }),
  pageFor("starter", { services: ["training"], application: "first", starter: true, provider_kind: "private" }),
  pageFor("both", { services: ["training", "advice"], application: "first", provider_kind: "private" }),
  pageFor("renewal", { application: "renewal", provider_kind: "private" }, { "dates.registration_end": false }),
  pageFor("lapsed", { application: "renewal", provider_kind: "private" }, { "dates.registration_end": true }),
  pageFor("public", { provider_kind: "public" }),
];
const DAY = "2026-09-23";

function pageFor(page: string, profile: SituationPage["profile"], past: SituationPage["past"] = {}): SituationPage {
  return { page, title: "", profile, past };
}

type Given = Record<string, string[]>;

function fieldsOf(given: Given): Map<string, string[]> {
  return new Map(Object.entries(given).map(([name, values]) => [`profile.${name}`, values]));
}

function fit(given: Given): string[] {
  return fitting(PAGES, fieldsOf(given), DAY).map(({ page }) => page);
}

const FIRST = { provider_kind: ["private"], application: ["first"] };

test("until kind and audit are known no page fits", () => {
  assert.deepEqual(fit({}), []);
  assert.deepEqual(fit({ provider_kind: ["private"], services: ["training"] }), []);
  assert.deepEqual(fit({ provider_kind: ["?"], application: ["first"] }), []);
});

test("a page fits that no answer contradicts", () => {
  assert.deepEqual(fit(FIRST), ["training", "starter", "both"]);
  assert.deepEqual(fit({ ...FIRST, services: ["training"] }), ["training", "starter"]);
  assert.deepEqual(fit({ ...FIRST, services: ["training"], starter: ["true"] }), ["starter"]);
});

test("of a list all must agree, in any order", () => {
  assert.deepEqual(fit({ ...FIRST, services: ["advice", "training"] }), ["both"]);
  assert.deepEqual(fit({ ...FIRST, services: ["advice"] }), []);
});

test("who does not know yet contradicts nothing", () => assert.deepEqual(fit({ ...FIRST, services: ["?"] }), fit(FIRST)));

test("a public provider needs no audit to be known", () => assert.deepEqual(fit({ provider_kind: ["public"] }), ["public"]));

const RENEWAL = { provider_kind: ["private"], application: ["renewal"] };

test("two pages for the same answers both fit as long as no day tells them apart", () => {
  assert.deepEqual(fit(RENEWAL), ["renewal", "lapsed"]);
  assert.deepEqual(fit({ ...RENEWAL, "dates.registration_end": ["?"] }), ["renewal", "lapsed"]);
});

test("a registration has lapsed the day after it ended", () => {
  assert.deepEqual(fit({ ...RENEWAL, "dates.registration_end": ["2026-09-22"] }), ["lapsed"]);
  assert.deepEqual(fit({ ...RENEWAL, "dates.registration_end": ["2026-09-23"] }), ["renewal"]);
});

const QUESTIONS: Question[] = [
  { field: "starter", key: "starter", isList: false, none: null, choices: [["ja", true], ["nee", false]] },
  { field: "certificates", key: "certificaat", isList: true, none: "geen", choices: [["qfor", "qfor"], ["iso-9001", "iso_9001"]] },
  { field: "deployed_people", key: "mensen", isList: false, none: null, choices: [["alleen", 1], ["vijf", 5], ["meer", 20]] },
  { field: "sites.abroad", key: "buitenland", isList: false, none: null, choices: [["drie", 3], ["een", 1], ["geen", 0]] },
];

function chosen(key: string, given: Given): readonly string[] {
  return chosenOf(QUESTIONS, fieldsOf(given))(key);
}

test("an answer of the form is one of the page's own", () => {
  assert.deepEqual(chosen("starter", { starter: ["false"] }), ["nee"]);
  assert.deepEqual(chosen("certificaat", { certificates: ["iso_9001", "qfor"] }), ["iso-9001", "qfor"]);
});

test("none of these is one where the page has it", () => assert.deepEqual(chosen("certificaat", { certificates: [""] }), ["geen"]));

test("a number falls under the smallest that is not less", () => {
  assert.deepEqual(["1", "2", "5", "6"].flatMap((number) => chosen("mensen", { deployed_people: [number] })), ["alleen", "vijf", "vijf", "meer"]);
});

test("a number falls under its own answer, in whatever order they stand", () => {
  assert.deepEqual(["0", "1", "2"].flatMap((number) => chosen("buitenland", { "sites.abroad": [number] })), ["geen", "een", "drie"]);
});

test("a number above all the page's own lies outside them", () => {
  const isOut = (given: Given): boolean => isOutside(QUESTIONS, fieldsOf(given));
  assert.deepEqual(["20", "21"].map((number) => isOut({ deployed_people: [number] })), [false, true]);
  assert.equal(isOut({ deployed_people: ["?"], certificates: ["other_label"] }), false);
  assert.equal(isOut({ deployed_people: [""] }), false);
});

test("what the page has no answer for is open there, and so is what it does not ask", () => {
  assert.deepEqual(chosen("mensen", { deployed_people: ["21"] }), []);
  assert.deepEqual(chosen("mensen", { deployed_people: ["?"] }), []);
  assert.deepEqual(chosen("starter", {}), []);
  assert.deepEqual(chosen("vestigingen", { "sites.belgium": ["2"] }), []);
});
