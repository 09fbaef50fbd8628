/** A letter follows the answers of its page. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Letter, Situation } from "../../../frontend/situation/decision-table.ts";
import { fillIn } from "../../../frontend/situation/letter.ts";

const LETTER: Letter = {
  id: "letter-offer",
  text: "Ik ben {0}.\nCertificaten: {1}. [naam]",
  places: [
    [0, ["[starter / ervaren]", "starter", "ervaren"]],
    [1, ["[welke]", "geen", "Qfor", "ISO 9001", "Qfor en ISO 9001"]],
  ],
};
const SITUATION: Situation = {
  answers: { format: "kmop-answers/1", profile: {} },
  questions: [
    { field: "starter", key: "starter", isList: false, none: null, choices: [["ja", true], ["nee", false]] },
    { field: "certificates", key: "certificaat", isList: true, none: "geen", choices: [["qfor", "qfor"], ["iso", "iso_9001"]] },
  ],
  truths: [],
  figures: null,
  letters: [LETTER],
};

function filled(state: string): string {
  const params = new URLSearchParams(state);
  return fillIn(LETTER, SITUATION, (key) => params.getAll(key));
}

test("without answers the sender fills it in", () => {
  assert.equal(filled(""), "Ik ben [starter / ervaren].\nCertificaten: [welke]. [naam]");
});

test("each answer stands in its own place", () => {
  assert.equal(filled("certificaat=iso"), "Ik ben [starter / ervaren].\nCertificaten: ISO 9001. [naam]");
  assert.equal(filled("starter=nee&certificaat=geen"), "Ik ben ervaren.\nCertificaten: geen. [naam]");
});

test("several answers stand together", () => {
  assert.equal(filled("starter=ja&certificaat=iso&certificaat=qfor"), "Ik ben starter.\nCertificaten: Qfor en ISO 9001. [naam]");
});

test("what an address says of no answer of ours changes nothing", () => {
  assert.equal(filled("starter=misschien&certificaat=%7B0%7D"), filled(""));
});
