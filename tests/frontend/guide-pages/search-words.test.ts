import assert from "node:assert/strict";
import { test } from "node:test";
import { normaliseQuery, wordsToIndex } from "../../../frontend/guide-pages/search-words.js";

const WORDS: Record<string, string[]> = {
  "Privé": ["prive"],
  "één": ["een"],
  "e\u0301e\u0301n": ["een"],
  "thema's": ["themas"],
  "thema’s": ["themas"],
  "e-learning": ["e", "learning", "elearning"],
  "iso9001": ["iso", "9001", "iso9001"],
  "14dagen": ["14", "dagen", "14dagen"],
  "B2B": ["b2b"],
  "1.250": ["1", "250", "1250"],
  "„offerte”,": ["offerte"],
  "–": [],
};

for (const [word, known] of Object.entries(WORDS)) {
  test(`the search knows ${word} as ${known.join(" and ") || "nothing"}`, () => {
    assert.deepEqual(wordsToIndex(word), known);
  });
}

/** As the theme passes on what was typed. */
const QUERIES: Record<string, string> = {
  "offerte,*": "offerte*",
  "+(prive\u0301) +onderwijs": "+prive +onderwijs",
  "iso9001*": "iso* 9001*",
  "e-learning*": "e learning*",
  "audi~1": "audi~1",
  "prijs^10": "prijs^10",
  "-prijs": "-prijs",
  "au*it*": "au*it*",
};

for (const [query, asked] of Object.entries(QUERIES)) {
  test(`the question ${query} becomes ${asked}`, () => {
    assert.equal(normaliseQuery(query), asked);
  });
}

test("a question without a word stays as it is, for an empty one finds everything", () => {
  assert.equal(normaliseQuery("?*"), "?*");
});
