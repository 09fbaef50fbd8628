/** The order of a practice test: every question comes, wrong ones come back, and it ends. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Random, seeded, shuffled } from "../../../frontend/quiz/random.ts";
import {
  answered,
  begun,
  cameBack,
  chosen,
  current,
  LATER,
  missed,
  restoreAttempt,
  type AttemptState,
  scoreOf,
} from "../../../frontend/quiz/schedule.ts";

const ALL = Array.from({ length: 40 }, (_, n) => ({ id: `q${n}`, topic: `t${n % 3}` }));
const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);

function among(random: Random, most: number): number {
  return Math.floor(random() * (most + 1));
}

/** Sit a whole test, with answers by chance; how often each question was asked, and wrongly answered. */
function sat(questions: readonly string[], random: Random) {
  const [times, wrong] = [new Map<string, number>(), new Map<string, number>()];
  let sitting = begun(questions);
  for (let now = current(sitting); now !== null; now = current(sitting)) {
    const isRight = random() < 0.6;
    times.set(now, (times.get(now) ?? 0) + 1);
    wrong.set(now, (wrong.get(now) ?? 0) + (isRight ? 0 : 1));
    sitting = answered(sitting, isRight);
  }
  return { sitting, times, wrong };
}

test("every question is asked once more than it was answered wrongly, and then the test ends", () => {
  for (const seed of SEEDS) {
    const random = seeded(seed);
    const questions = shuffled(ALL, random).slice(0, among(random, 12)).map(({ id }) => id);
    const { sitting, times, wrong } = sat(questions, random);

    assert.deepEqual([...times.keys()].sort(), [...questions].sort());
    assert.ok(questions.every((id) => times.get(id) === (wrong.get(id) ?? 0) + 1));
    assert.equal(current(sitting), null);
  }
});

test("the score counts first answers, and what was not right at once is to be read", () => {
  for (const seed of SEEDS) {
    const random = seeded(seed);
    const questions = ALL.slice(0, 10).map(({ id }) => id);
    const { sitting, wrong } = sat(questions, random);
    const atOnce = questions.filter((id) => wrong.get(id) === 0);

    assert.deepEqual(scoreOf(sitting), { right: atOnce.length, of: questions.length });
    assert.deepEqual(missed(sitting), questions.filter((id) => !atOnce.includes(id)));
  }
});

test("a question that was answered wrongly comes back after a few others", () => {
  let sitting = answered(begun(["a", "b", "c", "d", "e"]), false);
  assert.equal(sitting.waiting.indexOf("a"), LATER);
  for (let others = 0; others < LATER; others += 1) {
    assert.ok(!cameBack(sitting));
    sitting = answered(sitting, true);
  }
  assert.ok(cameBack(sitting));
  assert.equal(current(sitting), "a");
  assert.equal(current(answered(begun(["a"]), false)), "a");
});

test("a test that is over stays as it is", () => {
  const over = begun([]);

  assert.equal(answered(over, false), over);
  assert.deepEqual(scoreOf(over), { right: 0, of: 0 });
});

test("the same number chooses the same questions in the same order, another one others", () => {
  const topics = new Set(["t0", "t1", "t2"]);
  const [one, same, other] = [7, 7, 8].map((seed) => chosen(ALL, topics, 10, seeded(seed)));

  assert.deepEqual(one, same);
  assert.notDeepEqual(one, other);
});

test("only questions of the topics are chosen, none twice, and of each topic about as many", () => {
  for (const seed of SEEDS) {
    const random = seeded(seed);
    const topics = new Set(["t0", "t1", "t2"].filter(() => random() < 0.7));
    const most = among(random, 45);
    const picked = chosen(ALL, topics, most, random);
    const from = ALL.filter(({ topic }) => topics.has(topic));
    const counts = [...topics].map((topic) => from.filter((each) => each.topic === topic && picked.includes(each.id)).length);

    assert.equal(new Set(picked).size, Math.min(most, from.length));
    assert.ok(picked.every((id) => from.some((each) => each.id === id)));
    assert.ok(counts.length === 0 || Math.max(...counts) - Math.min(...counts) <= 1);
  }
});

test("shuffling keeps everything, and every place can come to every thing", () => {
  const seen = new Set<string>();
  for (const seed of SEEDS) {
    const result = shuffled([0, 1, 2], seeded(seed));
    assert.deepEqual([...result].sort(), [0, 1, 2]);
    seen.add(result.join());
  }
  assert.equal(seen.size, 6);
});

test("what was kept comes back without the questions that are no more", () => {
  const kept: AttemptState = { asked: ["a", "b", "c"], waiting: ["b", "c"], first: { a: true, b: false } };

  assert.deepEqual(restoreAttempt(JSON.parse(JSON.stringify(kept)), new Set(["a", "b", "c"])), kept);
  assert.deepEqual(restoreAttempt(kept, new Set(["a", "c"])), { asked: ["a", "c"], waiting: ["c"], first: { a: true } });
  assert.equal(restoreAttempt(kept, new Set(["a"])), null);
  for (const damaged of [null, "x", [], {}, { ...kept, waiting: [1] }, { ...kept, first: null }]) {
    assert.equal(restoreAttempt(damaged, new Set(["a"])), null, JSON.stringify(damaged));
  }
});
