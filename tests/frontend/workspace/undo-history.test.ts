/** Which changes are taken back at once, and which one by one. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { UndoHistory } from "../../../frontend/workspace/undo-history.ts";

test("typing on in one answer is taken back at once, other answers one by one", () => {
  const undo = new UndoHistory<string>();
  undo.record("", ["note"], 0);
  undo.record("a", ["note"], 1000);
  undo.record("ab", ["other"], 1500);
  undo.record("abc", ["note"], 9000);

  assert.equal(undo.undo("abcd"), "abc");
  assert.equal(undo.undo("abc"), "ab");
  assert.equal(undo.redo("ab"), "abc");
  assert.equal(undo.undo("abc"), "ab");
  assert.equal(undo.undo("ab"), "");
  assert.equal(undo.undo(""), null);
});

test("a new change ends what could be made again", () => {
  const undo = new UndoHistory<number>();
  undo.record(1, ["a"], 0);
  undo.undo(2);
  assert.ok(undo.canRedo);
  undo.record(1, ["b"], 1);

  assert.ok(!undo.canRedo);
});

test("a change of nothing is none", () => {
  const undo = new UndoHistory<number>();
  undo.record(1, [], 0);

  assert.ok(!undo.canUndo);
});
