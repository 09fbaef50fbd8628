/** The decision table of a situation: what is looked up for which answers, and what they make of the answers document. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answersOf,
  type Chosen,
  countAnswered,
  figuresOf,
  type Situation,
  truthsOf,
} from "../../../frontend/situation/decision-table.ts";

const SITUATION: Situation = {
  answers: { format: "kmop-answers/1", profile: { application: "first" } },
  questions: [
    { field: "starter", key: "starter", isList: false, none: null, choices: [["ja", true], ["nee", false]] },
    { field: "certificates", key: "certificaat", isList: true, none: "geen", choices: [["qfor", "qfor"], ["iso", "iso_9001"]] },
    { field: "sites.belgium", key: "vestigingen", isList: false, none: null, choices: [["een", 1], ["twee", 2]] },
  ],
  // Of the starter alone; of the certificates alone; of the starter and the sites.
  truths: [
    [[0], "myn"],
    [[1], "mnyyy"],
    [[0, 2], "mmmymnmny"],
  ],
  figures: { on: [2], rows: [{ price: "veel" }, { price: "weinig" }], at: [0, 1, 0] },
  letters: [],
};

function chosen(state: string): Chosen {
  const params = new URLSearchParams(state);
  return (key) => params.getAll(key);
}

test("without answers everything is as the page came", () => {
  assert.deepEqual(truthsOf(SITUATION, chosen("")), ["m", "m", "m"]);
  assert.deepEqual(figuresOf(SITUATION, chosen("")), { price: "veel" });
});

test("an answer settles what hangs on it alone", () => {
  assert.deepEqual(truthsOf(SITUATION, chosen("starter=nee")).slice(0, 2), ["n", "m"]);
  assert.deepEqual(figuresOf(SITUATION, chosen("vestigingen=een")), { price: "weinig" });
});

test("the last question changes fastest", () => {
  assert.equal(truthsOf(SITUATION, chosen("starter=ja&vestigingen=twee"))[2], "n");
  assert.equal(truthsOf(SITUATION, chosen("starter=nee&vestigingen=twee"))[2], "y");
});

test("of a list each selection counts, and none of these is one", () => {
  const of = (state: string) => truthsOf(SITUATION, chosen(state))[1];
  assert.deepEqual(["certificaat=geen", "certificaat=qfor", "certificaat=iso"].map(of), ["n", "y", "y"]);
  assert.equal(of("certificaat=iso&certificaat=qfor&certificaat=qfor"), "y");
});

test("what an address says of no answer of ours is no answer", () => {
  assert.deepEqual(truthsOf(SITUATION, chosen("starter=misschien&certificaat=%3Cb%3E&x=y")), ["m", "m", "m"]);
  assert.equal(countAnswered(SITUATION, chosen("starter=misschien&certificaat=cedeo")), 0);
});

test("answers go into the answers document as they are there", () => {
  const answers = answersOf(SITUATION, chosen("starter=nee&certificaat=geen&vestigingen=twee"));

  assert.deepEqual(answers["profile"], { application: "first", starter: false, certificates: [], sites: { belgium: 2 } });
  assert.deepEqual(SITUATION.answers["profile"], { application: "first" });
});

test("a page without figures has none", () => {
  assert.deepEqual(figuresOf({ ...SITUATION, figures: null }, chosen("vestigingen=een")), {});
});

test("answered questions are counted, not answers", () => {
  assert.equal(countAnswered(SITUATION, chosen("certificaat=iso&certificaat=qfor&starter=ja")), 2);
});
