/** How old answers are. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ageOf, versionIn } from "../../../frontend/answers/norm-version.ts";

const format = "kmop-answers/1";
const OURS = { id: "kmop-norm", version: "2026.11.22" };

function given(version: unknown, id = "kmop-norm") {
  return { format, norm: { id, version } } as Parameters<typeof ageOf>[0];
}

test("answers are older or newer by the numbers of their version, not by its letters", () => {
  assert.equal(ageOf(given("2026.11.22"), OURS), "same");
  assert.equal(ageOf(given("2026.9.30"), OURS), "older");
  assert.equal(ageOf(given("2026.11"), OURS), "older");
  assert.equal(ageOf(given("2026.11.22.1"), OURS), "newer");
  assert.equal(ageOf(given("2027.1.1"), OURS), "newer");
  assert.equal(ageOf(given("2026.011.22"), OURS), "same");
});

test("a version that goes on where the other ends is the newer one, also when it goes on with nothing", () => {
  assert.equal(ageOf(given("2026.11.22.0"), OURS), "newer");
  assert.equal(ageOf(given("2026.11"), { ...OURS, version: "2026.11.0" }), "older");
});

test("numbers count to the last digit, and a version longer than any is none", () => {
  assert.equal(ageOf(given("2026.90071992547409930"), { ...OURS, version: "2026.90071992547409931" }), "older");
  assert.equal(ageOf(given("9".repeat(40)), OURS), "newer");
  assert.equal(ageOf(given("9".repeat(41)), OURS), "unknown");
});

test("where no version of this norm is named, the rules say what is wrong", () => {
  const versions = [given("oud"), given("2026."), given(""), given(1), given("2020.1.1", "other")];
  for (const strange of [...versions, { format }, { format, norm: null }]) {
    assert.equal(ageOf(strange as ReturnType<typeof given>, OURS), "unknown");
  }
  assert.equal(versionIn({ format }), "");
  assert.equal(ageOf(given("2020.1.1"), { ...OURS, version: "oud" }), "unknown");
});
