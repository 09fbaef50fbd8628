/** What assessments and scenarios are called, also when the reader gave them no name. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_NAME_LENGTH, nameOfAnswers, nameOfCopy, nameOfScenario, shortened } from "../../../frontend/answers/title.ts";

const format = "kmop-answers/1";
const say = (id: string, values: object = {}) => [id, ...Object.values(values)].join(" ");

test("answers are called what they are called", () => {
  assert.equal(nameOfAnswers({ format, title: "Bakkerij" }, say), "Bakkerij");
});

test("answers whose name says nothing have ours", () => {
  for (const title of [undefined, "", " \n", 1, null]) {
    assert.equal(nameOfAnswers({ format, title } as never, say), "work.unnamed");
  }
});

test("a scenario without a name has its number, from one", () => {
  assert.equal(nameOfScenario({ title: " Groei " }, 0, say), "Groei");
  assert.equal(nameOfScenario({ title: " " }, 1, say), "what_if.unnamed 2");
  assert.equal(nameOfScenario({}, 0, say), "what_if.unnamed 1");
});

test("a name that is cut ends in a whole character", () => {
  const emoji = "\u{1F600}";
  const long = "a".repeat(MAX_NAME_LENGTH - 1) + emoji;

  assert.equal(shortened(long), "a".repeat(MAX_NAME_LENGTH - 1));
  assert.equal(shortened(`b${emoji}`), `b${emoji}`);
  assert.ok(nameOfCopy({ format, title: emoji.repeat(MAX_NAME_LENGTH) }, (_, { name }: any) => `x${name}`).isWellFormed());
});
