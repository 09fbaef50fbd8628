/** What is asked of a list is answered question by question, and the answers say what columns are. */

import "../no-page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Ask, LookedAtList } from "../../../frontend/contract/files.ts";
import { choicesOf, isAnswered } from "../../../frontend/file-check/asks.ts";

const WHAT: Ask = { text: "Wat?", answers: [["Start", { 2: "start" }], ["Niets", { 2: "-" }]] };
const WHICH: Ask = { text: "Welke?", answers: [["A", { 1: "client", 4: "-" }], ["D", { 1: "-", 4: "client" }]] };

function looked(hasHeading: boolean): LookedAtList {
  const asks = [WHAT, WHICH];
  return { refusal: "", sheets: [""], sheet: "", asks, has_heading: hasHeading, columns: [], report: null, words: null };
}

test("what was answered says what columns are", () => {
  assert.deepEqual(choicesOf([WHAT, WHICH], new Map([["Wat?", 0], ["Welke?", 1]])), { 1: "-", 2: "start", 4: "client" });
});

test("what was not answered says nothing", () => {
  assert.deepEqual(choicesOf([WHAT, WHICH], new Map([["Wat?", 1]])), { 2: "-" });
});

test("of a list with a heading every question is answered, of one without at least one", () => {
  const one = new Map([["Wat?", 0]]);
  assert.deepEqual([isAnswered(looked(true), one), isAnswered(looked(false), one), isAnswered(looked(false), new Map())], [false, true, false]);
});
