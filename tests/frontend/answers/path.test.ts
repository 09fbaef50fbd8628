/** Where the answer to a question stands, by the question's name. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { pathOf } from "../../../frontend/answers/tree.ts";

test("a dot in the id of a point parts nothing", () => {
  assert.deepEqual(pathOf("checks.1.1.conformity"), ["checks", "1.1", "conformity"]);
  assert.deepEqual(pathOf("checks.ABC-1.2b.not_applicable.reason"), ["checks", "ABC-1.2b", "not_applicable", "reason"]);
  assert.deepEqual(pathOf("checks.1.1"), ["checks", "1.1"]);
});

test("a dot in the name of any other question leads into a group", () => {
  assert.deepEqual(pathOf("profile.sites.belgium"), ["profile", "sites", "belgium"]);
});
