/** The page starts a worker, asks it, notices that it died and starts it again; what an old one says is no news. */

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { RulesClient } from "../../../frontend/runtime/worker-client.ts";
import { type Progress, StepError } from "../../../frontend/contract/worker.ts";
import { setGlobal } from "../globals.ts";
import { type FakeWorker, fakeWorkers } from "./fake-worker.ts";

const RUNTIME = { base: "https://here.example/runtime/" };
const PROGRESS: Progress = { step: "fetch", loaded: 1, total: 2 };
const VIEW = { title: "", sections: [{ id: "s", title: "first", lines: [] }] };
const REST = { asked: {}, unneeded: [], remarks: [], appendix: [], faults: [] };

type Start = (runtime: unknown, onProgress: (progress: Progress) => void) => Promise<boolean>;

/** What the workers offer, and below their names the questions of `call`; a test changes it for those that ask later. */
let offered: Record<string, (...given: any[]) => unknown>;
let workers: FakeWorker[];
let heard: string[];
let client: RulesClient;

beforeEach(() => {
  mock.reset();
  mock.method(console, "error", () => undefined);
  mock.timers.enable({ apis: ["setTimeout"] });
  offered = { start: async () => true, ping: () => true, call: (question, ...given) => offered[question]!(...given) };
  workers = fakeWorkers(offered);
  heard = [];
  client = new RulesClient("worker.js", RUNTIME, {
    progressed: ({ step }) => heard.push(step),
    ready: () => heard.push("ready"),
    slow: (isSlow) => heard.push(isSlow ? "slow" : "no longer slow"),
    restarting: () => heard.push("restarting"),
    failed: (step) => heard.push(`failed: ${step}`),
  });
});

const never = () => new Promise<never>(() => undefined);
/** Long enough for whatever was sent to arrive. */
const arrived = async (): Promise<void> => {
  for (let turns = 0; turns < 10; turns += 1) {
    await new Promise(setImmediate);
  }
};

// A worker that comes in the place of another starts after the test has seen what it wanted to.
afterEach(arrived);

test("once the worker has started the page is told, and may ask", async () => {
  await client.start();

  assert.deepEqual(heard, ["ready"]);
  assert.equal(client.isReady, true);
  assert.deepEqual(workers.map(({ address, type }) => [address, type]), [["worker.js", "module"]]);
});

test("the worker of a page that brings its parts along is one script", async () => {
  await new RulesClient("worker.js", { ...RUNTIME, parts: {} }, { progressed() {}, ready() {}, slow() {}, restarting() {}, failed() {} }).start();

  assert.equal(workers[0]?.type, "classic");
});

test("the page hears how far the start is", async () => {
  offered["start"] = (async (_, onProgress) => {
    await onProgress(PROGRESS);
    return true;
  }) satisfies Start;

  await client.start();

  assert.deepEqual(heard, ["fetch", "ready"]);
});

for (const event of ["error", "messageerror"]) {
  test(`a worker that dies while it starts has failed: ${event}`, async () => {
    offered["start"] = never;
    const starting = client.start();
    workers[0]!.die(event);
    await starting;

    assert.deepEqual(heard, ["failed: worker"]);
    assert.equal(client.isReady, false);
    assert.equal(workers[0]!.terminated, true);
  });
}

test("a browser that lets no worker start has failed", async () => {
  setGlobal("Worker", class {
    constructor() {
      throw new Error("blocked");
    }
  });

  await client.start();

  assert.deepEqual(heard, ["failed: worker"]);
});

test("the step that failed in the worker is told to the page", async () => {
  offered["start"] = () => Promise.reject(new StepError("python", "broken"));

  await client.start();

  assert.deepEqual(heard, ["failed: python"]);
});

test("after a start that failed another can succeed, in a worker of its own", async () => {
  offered["start"] = () => Promise.reject(new StepError("fetch", "absent"));
  await client.start();
  offered["start"] = async () => true;

  await client.start();

  assert.deepEqual(heard, ["failed: fetch", "ready"]);
  assert.deepEqual(workers.map(({ terminated }) => terminated), [true, false]);
});

test("a worker that dies later is told, and another comes in its place", async () => {
  await client.start();

  workers[0]!.die();
  await arrived();

  assert.deepEqual(heard, ["ready", "restarting", "ready"]);
  assert.equal(client.isReady, true);
  assert.deepEqual(workers.map(({ terminated }) => terminated), [true, false]);
});

test("a worker is replaced once; after that the reader starts it, and then it is replaced once again", async () => {
  await client.start();
  for (const worker of [0, 1]) {
    workers[worker]!.die();
    await arrived();
  }
  assert.deepEqual(heard, ["ready", "restarting", "ready", "failed: worker"]);
  assert.equal(client.isReady, false);
  heard.length = 0;

  await client.start();
  workers[2]!.die();
  await arrived();

  assert.deepEqual(heard, ["ready", "restarting", "ready"]);
});

test("what is being asked when the worker dies gives nothing, and that is told once", async () => {
  offered["assess"] = never;
  offered["report"] = never;
  await client.start();

  const asked = [client.assess("{}", "2026-01-01"), client.ask("report", "{}", "2026-01-01")];
  workers[0]!.die();

  assert.deepEqual(await Promise.all(asked), [null, null]);
  assert.deepEqual(heard, ["ready", "restarting"]);
});

test("a failure of the rules ends the worker, and nobody who asked something else waits for ever", async () => {
  offered["report"] = () => Promise.reject(new TypeError("a fault"));
  offered["assess"] = never;
  await client.start();

  const asked = [client.assess("{}", "2026-01-01"), client.ask("report", "{}", "2026-01-01")];

  assert.deepEqual(await Promise.all(asked), [null, null]);
  assert.deepEqual(heard, ["ready", "restarting"]);
  assert.equal(workers[0]!.terminated, true);
});

test("a failure of the rules that comes again with the next worker is told as theirs", async () => {
  offered["report"] = () => Promise.reject(new TypeError("a fault"));
  await client.start();
  await client.ask("report", "{}", "2026-01-01");
  await arrived();

  assert.equal(await client.ask("report", "{}", "2026-01-01"), null);

  assert.deepEqual(heard, ["ready", "restarting", "ready", "failed: first"]);
});

test("an answer that takes long is told, until it is there", async () => {
  let answer = (_: string): void => undefined;
  offered["report"] = () => new Promise<string>((go) => (answer = go));
  await client.start();
  const asked = client.ask("report", "{}", "2026-01-01");
  await arrived();
  mock.timers.tick(8000);
  assert.deepEqual(heard, ["ready", "slow"]);

  answer("{}");

  assert.deepEqual(await asked, {});
  assert.deepEqual(heard, ["ready", "slow", "no longer slow"]);
});

test("a worker that gives no answer at all is replaced", async () => {
  offered["report"] = never;
  await client.start();
  const asked = client.ask("report", "{}", "2026-01-01");
  await arrived();

  mock.timers.tick(60_000);

  assert.equal(await asked, null);
  await arrived();
  assert.deepEqual(heard, ["ready", "slow", "restarting", "no longer slow", "ready"]);
});

test("a worker that was ended without a word is replaced sooner than one that may be calculating", async () => {
  offered["report"] = offered["ping"] = never;
  await client.start();
  const asked = client.ask("report", "{}", "2026-01-01");
  await arrived();

  mock.timers.tick(15_000);

  assert.equal(await asked, null);
  assert.equal(heard.includes("restarting"), true);
});

test("a worker that calculates is not replaced for what it cannot answer meanwhile", async () => {
  offered["report"] = never;
  await client.start();
  void client.ask("report", "{}", "2026-01-01");
  await arrived();
  offered["ping"] = never;
  void client.ask("report", "{}", "2026-01-01");
  await arrived();

  mock.timers.tick(59_000);
  await arrived();

  assert.deepEqual(heard, ["ready", "slow"]);
});

test("a worker that answers one thing after the other is not replaced, however long the last has waited", async () => {
  const answers: ((text: string) => void)[] = [];
  offered["report"] = () => new Promise<string>((go) => answers.push(go));
  await client.start();
  const asked = [1, 2, 3].map(() => client.ask("report", "{}", "2026-01-01"));
  for (const turn of [0, 1, 2]) {
    await arrived();
    mock.timers.tick(50_000);
    answers[turn]!("{}");
  }

  assert.deepEqual(await Promise.all(asked), [{}, {}, {}]);
  assert.equal(heard.includes("restarting"), false);
});

test("a worker that nobody asks anything may be silent", async () => {
  offered["report"] = () => "{}";
  await client.start();
  await client.ask("report", "{}", "2026-01-01");

  mock.timers.tick(10 * 60_000);
  await arrived();

  assert.deepEqual(heard, ["ready"]);
});

test("a start of which nothing is heard any more has failed at the step that it was at", async () => {
  let hear: (progress: Progress) => void = () => undefined;
  offered["start"] = ((_, onProgress) => {
    hear = onProgress;
    return never();
  }) satisfies Start;
  const starting = client.start();
  await arrived();
  mock.timers.tick(119_000);
  hear(PROGRESS);
  await arrived();
  mock.timers.tick(119_000);
  assert.deepEqual(heard, ["fetch"]);

  mock.timers.tick(1000);
  await starting;

  assert.deepEqual(heard, ["fetch", "failed: fetch"]);
  assert.equal(workers[0]!.terminated, true);
});

test("what cannot be woken up is started from nothing, in a worker of its own", async () => {
  const wakes: unknown[] = [];
  offered["start"] = async (_runtime, _onProgress, wake) => {
    wakes.push(wake);
    return wake ? null : false;
  };

  await client.start();

  assert.deepEqual([wakes, heard], [[true, false], ["ready"]]);
  assert.deepEqual(workers.map(({ terminated }) => terminated), [true, false]);
});

test("of a worker that was replaced neither progress nor end is news", async () => {
  const hear: ((progress: Progress) => void)[] = [];
  offered["start"] = ((_, onProgress) => {
    hear.push(onProgress);
    return hear.length === 1 ? never() : Promise.resolve(true);
  }) satisfies Start;
  void client.start();
  await arrived();
  await client.start();

  hear[0]!(PROGRESS);
  workers[0]!.die();
  await arrived();

  assert.deepEqual(heard, ["ready"]);
  assert.deepEqual(workers.map(({ terminated }) => terminated), [true, false]);
});

test("before the worker has started there is no answer, and it is not asked", async () => {
  const asked: unknown[] = [];
  offered["report"] = (...given) => asked.push(given) && "{}";
  assert.equal(client.isReady, false);
  assert.equal(await client.ask("report", "{}", "2026-01-01"), null);
  offered["start"] = never;
  void client.start();
  await arrived();

  assert.equal(await client.ask("report", "{}", "2026-01-01"), null);
  assert.deepEqual([asked, heard], [[], []]);
});

test("an answer is what the worker says in JSON", async () => {
  offered["report"] = (answers, date) => JSON.stringify({ answers, date });
  await client.start();

  assert.deepEqual(await client.ask("report", "{}", "2026-01-01"), { answers: "{}", date: "2026-01-01" });
});

test("whatever a question takes crosses in its order", async () => {
  offered["explain"] = (...given) => JSON.stringify(given);
  await client.start();

  assert.deepEqual(await client.ask("explain", "{}", "2026-01-01", '["a"]'), ["{}", "2026-01-01", '["a"]']);
});

test("the worker is told which view the page has, and what it leaves out is taken from there", async () => {
  const had: number[] = [];
  offered["assess"] = (_answers, _date, number: number) => {
    had.push(number);
    const view = number === 0 ? VIEW : { ...VIEW, sections: ["s"] };
    return JSON.stringify({ view, revision: had.length, ...REST });
  };
  await client.start();

  const first = await client.assess("{}", "2026-01-01");
  const second = await client.assess("{}", "2026-01-01");

  assert.deepEqual(had, [0, 1]);
  assert.deepEqual(second?.view?.sections, VIEW.sections);
  assert.equal(second?.view?.sections[0], first?.view?.sections[0]);
});

test("a worker that was started again has told nothing yet", async () => {
  const had: number[] = [];
  offered["assess"] = (_answers, _date, number: number) => {
    had.push(number);
    return JSON.stringify({ view: VIEW, revision: 5, ...REST });
  };
  await client.start();
  await client.assess("{}", "2026-01-01");
  await client.start();
  await client.assess("{}", "2026-01-01");

  assert.deepEqual(had, [0, 0]);
});

const STARTED = { "from nothing prepares the next one": 2, "from a snapshot prepares nothing": 1 };
for (const [how, started] of Object.entries(STARTED)) {
  test(`a start ${how}`, async () => {
    offered["start"] = async () => started === 1;
    setGlobal("navigator", { storage: { estimate: async () => ({ quota: 1e9, usage: 0 }) } });
    await client.start();

    mock.timers.tick(60_000);
    await arrived();

    assert.equal(workers.length, started);
  });
}
