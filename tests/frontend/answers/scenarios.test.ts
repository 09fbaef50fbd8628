/** What a scenario supposes, and the answers as they would be in it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { changedNames, countOf } from "../../../frontend/answers/diff.ts";
import { adopted, scenariosOf, scoring, supposing, withScenarios } from "../../../frontend/answers/scenarios.ts";

const format = "kmop-answers/1";

test("a document without scenarios has none, whatever stands there", () => {
  for (const scenarios of [undefined, null, 1, "x", {}, [1, null, []]]) {
    assert.deepEqual(scenariosOf({ format, scenarios } as never), []);
  }
});

test("the last scenario takes the list along", () => {
  const answers = withScenarios({ format, profile: {} }, [{ title: "a" }]);

  assert.deepEqual(answers, { format, profile: {}, scenarios: [{ title: "a" }] });
  assert.deepEqual(withScenarios(answers, []), { format, profile: {} });
});

test("an answer is supposed, and as it is now again", () => {
  const starting = supposing({ title: "a" }, "starter", true);

  assert.deepEqual(starting, { title: "a", profile: { starter: true } });
  assert.deepEqual(supposing(starting, "services", []), { title: "a", profile: { starter: true, services: [] } });
  assert.deepEqual(supposing(starting, "starter", undefined), { title: "a" });
});

test("scores are added to those of before, and taken away per point", () => {
  const one = scoring({}, { "OFR-1": { conformity: "T" } });
  const two = scoring(one, { "OFR-1": { demonstrability: "V" }, "OFR-2": { conformity: "G" } });

  assert.deepEqual(two, {
    checks: { "OFR-1": { conformity: "T", demonstrability: "V" }, "OFR-2": { conformity: "G" } },
  });
  assert.deepEqual(scoring(scoring(two, { "OFR-1": {} }), { "OFR-2": {} }), {});
});

test("a scenario that is adopted leaves the list and lies in the answers, of which nothing else changes", () => {
  const answers = {
    format,
    profile: { seat: "belgium", starter: true },
    checks: { "OFR-1": { conformity: "G", note: "x", not_applicable: { reason: "" } }, "OFR-2": { conformity: "B" } },
    scenarios: [{ title: "a" }, { profile: { starter: false }, checks: { "OFR-1": { conformity: "V" } } }],
  };
  const before = structuredClone(answers);

  assert.deepEqual(adopted(answers, 1), {
    format,
    profile: { seat: "belgium", starter: false },
    checks: { "OFR-1": { conformity: "V", note: "x", not_applicable: { reason: "" } }, "OFR-2": { conformity: "B" } },
    scenarios: [{ title: "a" }],
  });
  assert.deepEqual(answers, before);
});

test("what was not known is known by a scenario that is adopted", () => {
  const answers = { format, unknown: ["profile.starter"], scenarios: [{ profile: { starter: false } }] };

  assert.deepEqual(adopted(answers, 0), { format, profile: { starter: false } });
});

test("a scenario is a change that can be taken back, and no answer", () => {
  const answers = { format, profile: { starter: true } };
  const supposed = withScenarios(answers, [{ profile: { starter: false } }]);

  assert.deepEqual(changedNames(answers, supposed), ["scenarios"]);
  assert.equal(countOf(supposed), 1);
});
