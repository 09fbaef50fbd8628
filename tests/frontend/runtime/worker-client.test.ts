/** The page starts a worker, asks it, notices that it died and starts it again; what an old one says is no news. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { RulesClient } from "../../../frontend/runtime/worker-client.ts";
import { type Progress, StepError } from "../../../frontend/contract/worker.ts";
import { setGlobal } from "../globals.ts";
import { type FakeWorker, fakeWorkers } from "./fake-worker.ts";

const RUNTIME = { base: "https://here.example/runtime/" };
const PROGRESS: Progress = { step: "fetch", loaded: 1, total: 2 };
const VIEW = { title: "", sections: [{ id: "s", title: "first", lines: [] }] };
const REST = { asked: {}, idle: [], remarks: [], appendix: [], faults: [] };

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
  offered = { start: async () => true, call: (question, ...given) => offered[question]!(...given) };
  workers = fakeWorkers(offered);
  heard = [];
  client = new RulesClient("worker.js", RUNTIME, {
    progressed: ({ step }) => heard.push(step),
    ready: () => heard.push("ready"),
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

test("once the worker has started the page is told, and may ask", async () => {
  await client.start();

  assert.deepEqual(heard, ["ready"]);
  assert.equal(client.isReady, true);
  assert.deepEqual(workers.map(({ address, type }) => [address, type]), [["worker.js", "module"]]);
});

test("the worker of a page that brings its parts along is one script", async () => {
  await new RulesClient("worker.js", { ...RUNTIME, parts: {} }, { progressed() {}, ready() {}, failed() {} }).start();

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

test("a worker that dies later is told, and can be started again", async () => {
  await client.start();
  workers[0]!.die();
  await arrived();
  assert.deepEqual(heard, ["ready", "failed: worker"]);
  assert.equal(client.isReady, false);

  await client.start();

  assert.deepEqual(heard.slice(2), ["ready"]);
  assert.equal(client.isReady, true);
});

test("what is being asked when the worker dies gives nothing, and the failure is told once", async () => {
  offered["assess"] = never;
  offered["report"] = never;
  await client.start();

  const asked = [client.assess("{}", "2026-01-01"), client.ask("report", "{}", "2026-01-01")];
  workers[0]!.die();

  assert.deepEqual(await Promise.all(asked), [null, null]);
  assert.deepEqual(heard, ["ready", "failed: worker"]);
});

test("a failure of the rules is told as theirs, and ends the worker", async () => {
  offered["report"] = () => Promise.reject(new TypeError("a fault"));
  await client.start();

  assert.equal(await client.ask("report", "{}", "2026-01-01"), null);

  assert.deepEqual(heard, ["ready", "failed: first"]);
  assert.equal(workers[0]!.terminated, true);
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
    return JSON.stringify({ view, edition: had.length, ...REST });
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
    return JSON.stringify({ view: VIEW, edition: 5, ...REST });
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
