/** Which questions are left: what decides nothing may stay open, and keeps nothing else open. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fields } from "../../../frontend/answers/document.ts";
import { isLeft, nothingUnneeded, type Question, questionsIn } from "../../../frontend/form/questions.ts";

interface Block {
  dataset: Record<string, string>;
  hidden?: boolean;
  isScan?: boolean;
}

/** The questions of a form with one requirement, of which these fields are filled in. */
function questions(blocks: Block[], filled: string[]): Question[] {
  const made: object[] = [];
  const requirement = { dataset: { requirement: "trust" }, querySelectorAll: () => made.filter((each) => !("isScan" in each && each.isScan)) };
  for (const block of blocks) {
    made.push({ hidden: false, ...block, closest: () => requirement, matches: () => block.isScan ?? false });
  }
  const form = { querySelectorAll: () => made } as unknown as HTMLFormElement;
  const fields: Fields = new Map(filled.map((name) => [name, ["V"]]));
  return questionsIn(form, fields, nothingUnneeded);
}

const SCAN = { dataset: { field: "scan.trust" }, isScan: true };
const POINT = { dataset: { field: "checks.T-1" } };
const TIP = { dataset: { field: "checks.T-2", tip: "" } };
const BOTH = ["checks.T-1.conformity", "checks.T-1.demonstrability"];

const left = (blocks: Block[], filled: string[]): string[] =>
  questions(blocks, filled).filter(isLeft).map(({ block }) => block.dataset["field"] ?? "");

test("a point without scores is left, and a tip is not", () => {
  assert.deepEqual(left([POINT, TIP], []), ["checks.T-1"]);
});

test("a tip that is open does not keep the question over the whole requirement open", () => {
  assert.deepEqual(left([SCAN, POINT, TIP], BOTH), []);
});

test("a point that is not asked does not either", () => {
  assert.deepEqual(left([SCAN, POINT, { dataset: { field: "checks.T-3" }, hidden: true }], BOTH), []);
});

test("the question over the whole is left as long as a point that decides is open", () => {
  assert.deepEqual(left([SCAN, POINT], BOTH.slice(0, 1)), ["scan.trust", "checks.T-1"]);
});
