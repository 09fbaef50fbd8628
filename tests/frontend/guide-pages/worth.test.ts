/** Whether a registration is worth it, as the sliders have it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { payback } from "../../../frontend/guide-pages/worth.ts";

const COSTS = [480_000, 0, 0, 0, 240_000];
const GUESS = { customers: 12, price: 1000, extra: 30, margin: 50 };

test("so many extra customers pay for it, after so many months", () => {
  const { customers, months } = payback(COSTS, 480_000, GUESS);
  assert.deepEqual([customers, months], [10, 34]); // 4,800 / 500 = 9.6; 12 × 10 / 3.6 = 33.3
});

test("the balance of each year is all that came in and went out until then", () => {
  const { years } = payback(COSTS, 480_000, GUESS);
  assert.deepEqual(years.map(({ balance }) => balance), [-300_000, -120_000, 60_000, 240_000, 180_000]);
});

test("without one extra customer, or without a profit, it never pays", () => {
  assert.equal(payback(COSTS, 480_000, { ...GUESS, extra: 0 }).customers, null);
  assert.equal(payback(COSTS, 480_000, { ...GUESS, margin: 0 }).months, null);
});
