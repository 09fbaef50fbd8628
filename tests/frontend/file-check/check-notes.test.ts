/** Notes from elsewhere stand below what the reader wrote, and only they are taken away again. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { missingNotes, withNotes, withoutNotes } from "../../../frontend/file-check/check-notes.ts";

const format = "kmop-answers/1";
const NORM = { id: "small", version: "2" };
const NOTES = [{ check: "REF-1", note: "Opdrachten: 3." }, { check: "REF-2", note: "Uren: 7,5." }];
const OWN = { format, norm: { ...NORM, version: "1" }, checks: { "REF-1": { conformity: "T", note: "Van mij." } } };

test("each note stands at its check point, below what the reader wrote", () => {
  assert.deepEqual(withNotes(OWN, NOTES, NORM)["checks"], {
    "REF-1": { conformity: "T", note: "Van mij.\nOpdrachten: 3." },
    "REF-2": { note: "Uren: 7,5." },
  });
});

test("answers that name no norm are given to the one of the notes, others stay with theirs", () => {
  assert.deepEqual([withNotes({ format }, NOTES, NORM)["norm"], withNotes(OWN, NOTES, NORM)["norm"]], [NORM, OWN.norm]);
});

test("the document that was given stays as it was", () => {
  const before = structuredClone(OWN);
  withNotes(OWN, NOTES, NORM);
  assert.deepEqual(OWN, before);
});

test("a note that stands there already is not written twice", () => {
  const once = withNotes(OWN, NOTES, NORM);
  assert.deepEqual([missingNotes(OWN, NOTES), missingNotes(once, NOTES), withNotes(once, NOTES, NORM)], [NOTES, [], once]);
});

test("what is taken away is the note alone, and not what was written since", () => {
  const changed = withNotes(OWN, NOTES, NORM);
  changed["checks"]["REF-1"].note += "\nLater.";
  assert.deepEqual(withoutNotes(changed, NOTES)["checks"], { "REF-1": { conformity: "T", note: "Van mij.\nLater." } });
});

test("a note that would grow too long is refused", () => {
  const full = { format, checks: { "REF-1": { note: "x".repeat(20_000) } } };
  assert.throws(() => withNotes(full, NOTES, NORM), RangeError);
});
