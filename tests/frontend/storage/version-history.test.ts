/** Which states of an assessment stay to go back to, and which changes are one. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  excess,
  extendsNewest,
  MAX_VERSIONS,
  missingNewest,
  versionOf,
} from "../../../frontend/storage/version-history.ts";

const format = "kmop-answers/1";
const NOW = new Date("2026-01-01T12:00:00Z");

function saved(answers: object, revision = 1) {
  const about = { format, saved_at: NOW.toISOString(), visit: "v", id: "a" };
  return { ...about, revision, answers: { format, ...answers } };
}

test("work of two minutes is one version, unless it is to be apart", () => {
  assert.ok(extendsNewest("2026-01-01T11:58:01Z", NOW, false));
  assert.ok(!extendsNewest("2026-01-01T11:58:00Z", NOW, false));
  assert.ok(!extendsNewest("2026-01-01T12:00:00Z", NOW, true));
});

test("work after the clock was set back is no more of a version that is yet to begin", () => {
  assert.ok(!extendsNewest("2026-01-01T12:00:01Z", NOW, false));
});

test("of more versions than may stay the oldest go", () => {
  const versions = Array.from({ length: MAX_VERSIONS + 2 }, (_, index) => versionOf(saved({}, index + 1), null));

  assert.deepEqual(excess(versions), [1, 2]);
  assert.deepEqual(excess(versions.slice(0, MAX_VERSIONS)), []);
});

test("what is kept is a version, also when none was written", () => {
  const now = saved({ profile: { a: 1 } }, 4);
  const lacking = missingNewest([], now);

  assert.equal(lacking?.changed, 1);
  assert.equal(lacking?.revision, 4);
  assert.equal(missingNewest([versionOf(now, null)], now), null);
});

test("the version that lacks counts what differs from the newest that is there", () => {
  const newest = versionOf(saved({ profile: { a: 1 } }), null);

  assert.equal(missingNewest([newest], saved({ profile: { a: 1, b: 1, c: 1 } }))?.changed, 2);
});

test("a version counts the answers that differ from the one before, the first all of them", () => {
  const first = versionOf(saved({ profile: { a: 1, b: 2 } }), null);
  const second = versionOf(saved({ profile: { a: 1, b: 3 } }, 2), first);

  assert.deepEqual([first.changed, second.changed], [2, 1]);
});
