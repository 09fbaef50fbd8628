/** Progress is told in the order of the steps, however it comes. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Step } from "../../../frontend/contract/worker.ts";
import { inOrder } from "../../../frontend/runtime/progress-order.ts";

function told(...steps: Step[]): string[] {
  const heard: string[] = [];
  const report = inOrder(({ step }) => heard.push(step));
  for (const step of steps) {
    report({ step, loaded: 0, total: 0 });
  }
  return heard;
}

test("steps that come in order are told as they come", () => {
  assert.deepEqual(told("fetch", "fetch", "python", "rules", "norm"), ["fetch", "fetch", "python", "rules", "norm"]);
});

test("a step that was passed over is told before the next, and not again behind it", () => {
  assert.deepEqual(told("rules", "norm", "fetch", "python"), ["fetch", "python", "rules", "norm"]);
});
