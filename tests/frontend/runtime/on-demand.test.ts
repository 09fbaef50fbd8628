/** Python starts with the first question, only once, and leaves nothing behind; after a failure it starts anew. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { StepError } from "../../../frontend/contract/worker.ts";
import { RulesOnDemand } from "../../../frontend/runtime/on-demand.ts";
import { type FakeWorker, fakeWorkers } from "./fake-worker.ts";

const CHECKED = { report: {}, page: { date: "", groups: [], pieces: [] }, lines: [] };
const GIVEN = ["tekst", "plain", "page", "2026-11-28", "-"] as const;

let offered: Record<string, (...given: any[]) => unknown>;
let workers: FakeWorker[];
let heard: string[];
let rules: RulesOnDemand;

beforeEach(() => {
  mock.reset();
  mock.method(console, "error", () => undefined);
  offered = { start: async () => false, ping: () => true, call: async () => JSON.stringify(CHECKED) };
  workers = fakeWorkers(offered);
  heard = [];
  const progressed = ({ step }: { step: string }): number => heard.push(step);
  rules = new RulesOnDemand("https://here.example/app.js", { progressed, failed: (step) => heard.push(`failed: ${step}`) });
});

test("nothing starts before the first question", async () => {
  assert.equal(workers.length, 0);

  assert.deepEqual(await rules.ask("check_text", ...GIVEN), CHECKED);

  assert.equal(workers.length, 1);
});

test("who prepares and asks starts but one worker, and hears once that it is ready", async () => {
  const ready = await Promise.all([rules.prepare(), rules.prepare()]);
  await rules.ask("check_text", ...GIVEN);

  assert.deepEqual([ready, workers.length], [[true, false], 1]);
});

test("nothing is prepared for a next start", async () => {
  const later = mock.method(globalThis, "setTimeout");
  await rules.prepare();

  assert.equal(later.mock.calls.some(({ arguments: [, ms] }) => ms === 20_000), false);
});

test("after a start that fails, the next question starts anew", async () => {
  offered["start"] = async () => Promise.reject(new StepError("fetch", "offline"));
  assert.equal(await rules.ask("check_text", ...GIVEN), null);
  assert.deepEqual(heard, ["failed: fetch"]);

  offered["start"] = async () => false;
  assert.deepEqual(await rules.ask("check_text", ...GIVEN), CHECKED);
});

test("what is stopped gets no answer and is no failure, and the next question is answered", async () => {
  await rules.prepare();
  offered["call"] = () => new Promise(() => undefined);
  const asked = rules.ask("check_text", ...GIVEN);
  rules.stop();
  assert.equal(await asked, null);
  assert.deepEqual(heard.filter((each) => each.startsWith("failed")), []);

  offered["call"] = async () => JSON.stringify(CHECKED);
  assert.deepEqual(await rules.ask("check_text", ...GIVEN), CHECKED);
});

test("a question that the worker dies of is told, and the next one is answered", async () => {
  offered["call"] = async () => Promise.reject(new StepError("fetch", "offline"));
  assert.equal(await rules.ask("check_text", ...GIVEN), null);
  assert.deepEqual(heard, ["failed: worker"]);

  offered["call"] = async () => JSON.stringify(CHECKED);
  assert.deepEqual(await rules.ask("check_text", ...GIVEN), CHECKED);
});
