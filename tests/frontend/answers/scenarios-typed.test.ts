/** A scenario supposes answers within a group without touching the others of that group. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { adopted, supposed, supposing } from "../../../frontend/answers/scenarios.ts";
import { meaningOf } from "../../../frontend/what-if/typed.ts";

const FORMAT = { format: "kmop-answers/1" };

test("a question within a group is supposed, and taken away with its group", () => {
  const scenario = supposing(supposing({}, "sites.belgium", 3), "sites.abroad", 1);
  assert.deepEqual(scenario, { profile: { sites: { belgium: 3, abroad: 1 } } });
  assert.equal(supposed(scenario, "sites.belgium"), 3);
  assert.deepEqual(supposing(supposing(scenario, "sites.belgium", undefined), "sites.abroad", undefined), {});
});

test("what is adopted leaves the rest of the group", () => {
  const answers = { ...FORMAT, profile: { sites: { belgium: 1, abroad: 2 } }, scenarios: [{ profile: { sites: { belgium: 3 } } }] };
  assert.deepEqual(adopted(answers, 0)["profile"], { sites: { belgium: 3, abroad: 2 } });
});

const COUNT = { kind: "count", bounds: { least: "1", most: "100000" } } as const;
const DATE = { kind: "date", bounds: { least: "2000-01-01", most: "2099-12-31" } } as const;
const AMOUNT = { kind: "decimal", bounds: { least: "", most: "" } } as const;
for (const [field, text, meaning] of [
  [COUNT, "", undefined],
  [COUNT, " 1.200 ", 1200],
  [COUNT, "0", null],
  [COUNT, "drie", null],
  [COUNT, "100001", null],
  [DATE, "2027-06-01", "2027-06-01"],
  [DATE, "1900-06-01", null],
  [AMOUNT, "€ 150,50", "150.50"],
  [AMOUNT, "-1", null],
  [AMOUNT, "1000000", null],
] as const) {
  test(`what is typed for a ${field.kind} means an answer, nothing or no answer: ${text}`, () => {
    assert.equal(meaningOf(field, text), meaning);
  });
}
