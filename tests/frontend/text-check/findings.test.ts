/** How much was found is one sentence, what seems wrong before what one may look at. */

import "../no-page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Certainty, Finding } from "../../../frontend/contract/texts.js";
import { summaryOf } from "../../../frontend/text-check/findings.js";

const say = (id: string, values: Record<string, string | number> = {}): string => `${id}(${Object.values(values).join()})`;

function page(...counts: [Certainty, number][]) {
  const groups = counts.map(([certainty, number]) => ({ certainty, findings: Array<Finding>(number) }));
  return { date: "vandaag", groups, pieces: [] };
}

test("nothing found is told for the day", () => {
  assert.equal(summaryOf(page(), say), "result.nothing(vandaag)");
});

test("one and several have their own words", () => {
  assert.equal(summaryOf(page(["seems_wrong", 1]), say), "result.alone(result.seems_wrong_one(1))");
  assert.equal(summaryOf(page(["tip", 2]), say), "result.alone(result.tip_several(2))");
});

test("both kinds are one sentence", () => {
  const told = summaryOf(page(["seems_wrong", 2], ["tip", 1]), say);
  assert.equal(told, "result.both(result.seems_wrong_several(2),result.and_tip_one(1))");
});
