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

test("typing on is one change for three seconds, whatever the hour", () => {
  const undo = new UndoHistory<string>();
  undo.record("", ["note"], 100_000);
  undo.record("a", ["note"], 102_999);
  undo.record("ab", ["note"], 105_999);

  assert.equal(undo.undo("abc"), "ab");
  assert.equal(undo.undo("ab"), "");
});

test("what is typed right after undo or redo is a change of its own", () => {
  const undo = new UndoHistory<string>();
  undo.record("", ["note"], 0);
  undo.undo("a");
  undo.redo("");
  undo.record("a", ["note"], 1);
  assert.equal(undo.undo("ab"), "a");

  undo.record("a", ["note"], 2);

  assert.equal(undo.undo("ac"), "a");
  assert.equal(undo.undo("a"), "");
});

test("what is taken back by itself is no typing on, and nothing is typed on in it", () => {
  const undo = new UndoHistory<string>();
  undo.record("", ["note"], 0);
  undo.recordApart("a");
  undo.record("file", ["note"], 1);

  assert.equal(undo.undo("file b"), "file");
  assert.equal(undo.undo("file"), "a");
  assert.equal(undo.undo("a"), "");
});

test("when the clock was set back, typing is a change of its own", () => {
  const undo = new UndoHistory<string>();
  undo.record("", ["note"], 100_000);
  undo.record("a", ["note"], 99_000);
  undo.record("ab", ["note"], 99_500);

  assert.equal(undo.undo("abc"), "a");
  assert.equal(undo.undo("a"), "");
});

test("where nothing can be undone or made again, the state of now is not lost among the others", () => {
  const undo = new UndoHistory<string>();

  assert.deepEqual([undo.undo("a"), undo.redo("a")], [null, null]);
  assert.deepEqual([undo.canUndo, undo.canRedo], [false, false]);
});

test("no more than a hundred changes can be undone, the last ones", () => {
  const undo = new UndoHistory<number>();
  for (let state = 0; state < 102; state += 1) {
    undo.record(state, [`answer ${state}`], 0);
  }
  const states = Array.from({ length: 101 }, () => undo.undo(-1));

  assert.deepEqual([states[0], states[99], states[100]], [101, 2, null]);
});

test("after a new start nothing can be undone or made again, and nothing is typed on", () => {
  const undo = new UndoHistory<string>();
  undo.record("", ["note"], 0);
  undo.record("a", ["else"], 1);
  undo.undo("b");

  undo.clear();

  assert.deepEqual([undo.canUndo, undo.canRedo], [false, false]);
  undo.record("new", ["note"], 2);
  assert.equal(undo.undo("newer"), "new");
});
