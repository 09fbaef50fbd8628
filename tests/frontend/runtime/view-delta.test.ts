/** What the page puts together of what is new and of what it had. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { noRevision, applyDelta } from "../../../frontend/runtime/view-delta.ts";

const rest = { asked: {}, unneeded: [], remarks: [], appendix: [], faults: [] };
const line = (id: string, text: string, lines: unknown[] = []) => ({ id, text, lines });

/** Tell the page one revision after another, each given as its sections. */
function told(...revisions: unknown[][]) {
  let has = noRevision;
  const views = revisions.map((sections, place) => {
    const news = { view: { title: "", sections }, revision: place + 1, ...rest };
    const [outcome, next] = applyDelta(news as never, has);
    has = next;
    return outcome.view;
  });
  return { has, views };
}

test("what is told in full stands as it is told", () => {
  const sections = [line("a", "1", [line("x", "2")])];

  assert.deepEqual(told(sections).views[0]?.sections, sections);
});

test("an id stands for what the page had by it, also within what changed, and is the same object", () => {
  const before = [line("a", "1"), line("b", "2", [line("x", "3", [line("y", "4")]), line("z", "5")])];

  const { views } = told(before, ["a", line("b", "6", ["z", line("x", "7", ["y"])])]);

  const after = [line("a", "1"), line("b", "6", [line("z", "5"), line("x", "7", [line("y", "4")])])];
  assert.deepEqual(views[1]?.sections, after);
  assert.equal(views[1]?.sections[0], views[0]?.sections[0]);
  assert.equal(views[1]?.sections[1]?.lines[0], views[0]?.sections[1]?.lines[1]);
});

test("without a view the page keeps what it had", () => {
  const { has } = told([line("a", "1")]);

  const [outcome, next] = applyDelta({ view: null, revision: 0, ...rest }, has);

  assert.equal(outcome.view, null);
  assert.equal(next, has);
});

test("an id of which the page has nothing is an error, and no empty place", () => {
  assert.throws(() => told(["a"]), /no a/);
});
