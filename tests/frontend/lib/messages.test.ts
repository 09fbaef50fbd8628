/** Sentences are filled in with values, and a number has the word that goes with it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { readMessages } from "../../../frontend/lib/messages.ts";

function sayer(text: string) {
  return readMessages({ textContent: JSON.stringify({ "browser.x": text }) } as Element);
}

test("a value stands in the place of its name", () => {
  assert.equal(sayer("Bewaard als {name}.")("x", { name: "a.json" }), "Bewaard als a.json.");
});

test("one has the word for one, and any other number that for more", () => {
  const say = sayer("{n:plural antwoord/antwoorden}");
  assert.deepEqual([0, 1, 2].map((n) => say("x", { n })), ["0 antwoorden", "1 antwoord", "2 antwoorden"]);
});

test("what has no value stays as it is", () => {
  assert.equal(sayer("{n:plural antwoord/antwoorden} van {of}")("x"), "{n:plural antwoord/antwoorden} van {of}");
});
