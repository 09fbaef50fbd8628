/** In which answers two documents differ, and how many answers there are. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { changedNames, countOf } from "../../../frontend/answers/diff.ts";

const format = "kmop-answers/1";

test("answers that were added, changed and taken away are named, the rest is not", () => {
  const before = { format, profile: { a: 1, b: [1, 2], c: true }, checks: { "OFR-1": { note: "x" } } };
  const after = { format, norm: { id: "kmop", version: "2" }, profile: { a: 1, b: [2, 1], d: false } };

  assert.deepEqual(changedNames(before, after).sort(), ["checks.OFR-1.note", "profile.b", "profile.c", "profile.d"]);
});

test("of no document at all every answer differs", () => {
  assert.deepEqual(changedNames(null, { format, profile: { a: 1 }, scan: { b: { conformity: "V" } } }), ["profile.a", "scan.b.conformity"]);
});

test("maps that only stand in another order do not differ", () => {
  assert.deepEqual(changedNames({ format, profile: { a: 1, b: 2 } }, { format, profile: { b: 2, a: 1 } }), []);
});

test("nothing, written as such, is an answer like another", () => {
  assert.deepEqual(changedNames({ format, profile: { a: null } }, { format, profile: { a: 1, b: null } }), [
    "profile.a",
    "profile.b",
  ]);
});

test("an answer that is another kind of value differs", () => {
  assert.deepEqual(changedNames({ format, profile: { a: "1" } }, { format, profile: { a: 1 } }), ["profile.a"]);
});

test("a name is no answer", () => assert.equal(countOf({ format, title: "x", profile: { a: 1 } }), 1));


test("the one score of an earlier file is no other answer than that score for both questions", () => {
  const now = { format, scan: { b: { conformity: "V", demonstrability: "V" } } };
  assert.deepEqual(changedNames({ format, scan: { b: "V" } }, now), []);
});

test("what is not known differs by the name of its question", () => {
  const unknown = { format, profile: { b: 1 }, unknown: ["profile.a"] };

  assert.deepEqual(changedNames(unknown, { format, profile: { a: true, b: 1 } }), ["profile.a"]);
  assert.deepEqual(changedNames(null, unknown).sort(), ["profile.a", "profile.b"]);
  assert.equal(countOf(unknown), 2);
});
