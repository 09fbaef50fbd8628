/** The next start is prepared for a reader who stays, where there is room and nobody pays for what is fetched. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { prepareNextStart } from "../../../frontend/runtime/prepare-snapshot.ts";
import { setGlobal } from "../globals.ts";
import { type FakeWorker, fakeWorkers } from "./fake-worker.ts";

const RUNTIME = { base: "https://here.example/runtime/" };
const SETTLED_MS = 20_000;
const ENOUGH = 200_000_000;

let made: unknown[];
let workers: FakeWorker[];
let makeSnapshot: (runtime: unknown) => Promise<void>;

/** A browser with so much room left. */
function browserWith(room: number, connection?: object): void {
  setGlobal("navigator", { connection, storage: { estimate: async () => ({ quota: room + 5, usage: 5 }) } });
}

beforeEach(() => {
  mock.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  made = [];
  makeSnapshot = async (runtime) => void made.push(runtime);
  workers = fakeWorkers({ makeSnapshot: (runtime: unknown) => makeSnapshot(runtime) });
  browserWith(ENOUGH + 1);
});

/** Let a reader stay, and whatever begins then be done. */
async function stay(milliseconds: number): Promise<void> {
  mock.timers.tick(milliseconds);
  for (let turns = 0; turns < 10; turns += 1) {
    await new Promise(setImmediate);
  }
}

test("once the reader has settled, a worker of its own leaves a snapshot and ends", async () => {
  prepareNextStart("worker.js", RUNTIME);
  await stay(SETTLED_MS - 1);
  assert.equal(workers.length, 0);

  await stay(1);

  assert.deepEqual(made, [RUNTIME]);
  const [worker, ...others] = workers;
  assert.deepEqual([worker?.address, worker?.type, worker?.terminated, others], ["worker.js", "module", true, []]);
});

test("a page that brings its parts along prepares nothing", async () => {
  prepareNextStart("worker.js", { ...RUNTIME, parts: {} });
  await stay(SETTLED_MS);

  assert.equal(workers.length, 0);
});

test("where there is no room nothing is prepared", async () => {
  browserWith(ENOUGH);
  prepareNextStart("worker.js", RUNTIME);
  await stay(SETTLED_MS);

  assert.equal(workers.length, 0);
});

test("who saves data is left alone", async () => {
  browserWith(ENOUGH + 1, { saveData: true });
  prepareNextStart("worker.js", RUNTIME);
  await stay(SETTLED_MS);

  assert.equal(workers.length, 0);
});

test("a snapshot that cannot be made ends its worker, and nobody is told", async () => {
  const warned = mock.method(console, "warn", () => undefined);
  makeSnapshot = () => Promise.reject(new Error("no memory"));
  prepareNextStart("worker.js", RUNTIME);
  await stay(SETTLED_MS);

  assert.equal(workers[0]?.terminated, true);
  assert.equal(warned.mock.callCount(), 1);
});

test("a worker that never comes to an end is ended", async () => {
  makeSnapshot = () => new Promise(() => undefined);
  prepareNextStart("worker.js", RUNTIME);
  await stay(SETTLED_MS);
  await stay(179_999);
  assert.equal(workers[0]?.terminated, false);

  await stay(1);

  assert.equal(workers[0]?.terminated, true);
});
