/** Sentences, figures and days as the reader writes them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { today } from "../../../frontend/lib/format.ts";

test("today is the day here, not in Greenwich", () => {
  assert.equal(today(new Date(2026, 0, 5, 0, 30)), "2026-01-05");
});
