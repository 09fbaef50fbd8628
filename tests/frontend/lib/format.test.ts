/** Numbers, days and moments as texts. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { count, megabytes, moment, today, unbroken } from "../../../frontend/lib/format.ts";

test("today is the day here, not in Greenwich", () => {
  assert.equal(today(new Date(2026, 0, 5, 0, 30)), "2026-01-05");
});

test("megabytes have one digit after the sign that the language has for it", () => {
  assert.equal(megabytes(12_340_000, "nl"), "12,3");
  assert.equal(megabytes(5_000_000, "en"), "5.0");
});

test("a moment is written as the reader does, and what is none is not written", () => {
  assert.match(moment("2026-01-02T11:04:05.678Z", "nl"), /^2 jan 2026,? \d\d:04$/);
  assert.equal(moment("?", "nl"), "");
});

test("a whole number is parted as the reader parts it", () => {
  assert.equal(count(12430, "nl"), "12.430");
});

test("no line ends between a figure and what it counts", () => {
  assert.equal(unbroken("Kleine krijgen 30 % tot 14 dagen."), "Kleine krijgen 30\u00a0% tot 14\u00a0dagen.");
  assert.equal(unbroken("artikel 5 (2016)"), "artikel 5 (2016)");
  assert.equal(unbroken("Op 1 februari 2026 begon het."), "Op 1\u00a0februari 2026 begon het.");
});
