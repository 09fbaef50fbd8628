/** The view of the form that belongs to what is kept. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { modeNamed, modeOf } from "../../../frontend/answers/form-mode.ts";

test("the view that the reader chose is the view of what is kept", () => {
  assert.equal(modeOf({ mode: "all" }), "all");
  assert.equal(modeOf({ mode: "steps" }), "steps");
});

test("a record of an earlier page opens step by step, and so does any other name", () => {
  assert.equal(modeOf({}), "steps");
  for (const name of [undefined, null, "", "All", 1, ["all"], "scan", "full"]) {
    assert.equal(modeNamed(name), "steps");
  }
});
