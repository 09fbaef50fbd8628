/** The way through the form that belongs to what is kept. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { modeNamed, modeOf } from "../../../frontend/answers/form-mode.ts";

test("the way that the reader chose is the way of what is kept", () => {
  assert.equal(modeOf({ mode: "scan" }), "scan");
  assert.equal(modeOf({ mode: "full" }), "full");
});

test("a record of before there were two ways has the whole form, and so has any other name", () => {
  assert.equal(modeOf({}), "full");
  for (const name of [undefined, null, "", "Scan", 1, ["scan"]]) {
    assert.equal(modeNamed(name), "full");
  }
});
