/** From an empty worker to rules that answer, from a snapshot or from nothing; a start that fails names its step. */

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { makeSnapshot, type StartedRules, startRules } from "../../../frontend/runtime/bootstrap.ts";
import { loadSnapshot, saveSnapshot } from "../../../frontend/runtime/snapshot-cache.ts";
import { setGlobal } from "../globals.ts";
import { freshCaches } from "./fake-caches.ts";
import { fakePyodide, type FakePyodide, RULES, SNAPSHOT, WOKEN } from "./fake-pyodide.ts";
import { absent, cut, fakeServer, type FakeServer, rubbish } from "./fake-runtime.ts";

let server: FakeServer;
let pyodide: FakePyodide;
let steps: string[];

beforeEach(() => {
  mock.reset();
  mock.method(console, "warn", () => undefined);
  setGlobal("navigator", { userAgent: "Browser/1" });
  freshCaches();
  server = fakeServer();
  pyodide = fakePyodide();
  steps = [];
});

// A start that failed gives the browser's own fetching back once Python has answered too.
afterEach(async () => {
  for (let turns = 0; turns < 20; turns += 1) {
    await new Promise(setImmediate);
  }
});

async function start(): Promise<Pick<StartedRules, "rules" | "fromSnapshot"> | null> {
  const started = await startRules(server.runtime, ({ step }) => steps.at(-1) !== step && steps.push(step));
  return started && { rules: started.rules, fromSnapshot: started.fromSnapshot };
}

/** A browser in which an earlier start left a snapshot. */
function withSnapshot(): Promise<void> {
  return saveSnapshot(server.runtime.base, SNAPSHOT);
}

test("from nothing, Python gets the rules and then the norm, and each step is told", async () => {
  assert.deepEqual(await start(), { rules: RULES, fromSnapshot: false });

  assert.deepEqual(pyodide.done, ["write /lib/rules.zip the rules", "run RulesApi", "make norm,messages,links"]);
  assert.deepEqual(steps, ["fetch", "python", "rules", "norm"]);
});

test("Python is told where everything is, so that it asks no other server", async () => {
  await start();

  const { base } = server.runtime;
  const made = { createPyodideModule: "asm", lockFileContents: "lock" };
  assert.deepEqual(pyodide.loaded, [{ indexURL: base, packageBaseUrl: base, ...made }]);
});

test("what Pyodide asks for by itself is on its way already, and not fetched twice", async () => {
  await start();

  assert.deepEqual(pyodide.fetched, ["library", "Instance"]);
  assert.deepEqual(server.asked.filter((name) => server.asked.indexOf(name) !== server.asked.lastIndexOf(name)), []);
});

test("once Python has started, fetching and compiling are the browser's own again", async () => {
  const before = [globalThis.fetch, WebAssembly.instantiateStreaming];
  await start();
  assert.deepEqual([globalThis.fetch, WebAssembly.instantiateStreaming], before);

  pyodide.load = () => Promise.reject(new Error("broken"));
  await assert.rejects(start());

  assert.deepEqual([globalThis.fetch, WebAssembly.instantiateStreaming], before);
});

test("an interpreter that cannot be compiled ends the start, though Pyodide would wait for ever", async () => {
  server.parts["pyodide.asm.wasm"] = rubbish;

  await assert.rejects(start(), { name: "python" });
});

const broken = (): never => {
  throw new Error("broken");
};
const FAILURES: Record<string, [string, () => unknown]> = {
  "the interpreter is absent": ["fetch", () => (server.parts["pyodide.asm.wasm"] = absent)],
  "the interpreter breaks off": ["fetch", () => (server.parts["pyodide.asm.wasm"] = cut)],
  "the library is absent": ["fetch", () => (server.parts["python_stdlib.zip"] = absent)],
  "the library is not reached": ["fetch", () => (server.parts["python_stdlib.zip"] = broken)],
  "a module is absent": ["fetch", () => server.removeModule("pyodide.asm.js")],
  "the rules are absent": ["fetch", () => (server.parts["rules.zip"] = absent)],
  "the norm is absent": ["fetch", () => (server.parts["norm.json"] = absent)],
  "the manifest is absent": ["fetch", () => (server.parts["manifest.json"] = absent)],
  "Python does not start": ["python", () => (pyodide.load = async () => broken())],
  "the rules are broken": ["rules", () => (pyodide.importRules = broken)],
  "the norm is broken": ["norm", () => (pyodide.makeRules = broken)],
};
for (const [what, [step, fail]] of Object.entries(FAILURES)) {
  test(`a start that fails names the step: ${what}`, async () => {
    fail();

    await assert.rejects(start(), { name: step });
  });
}

test("a snapshot is woken up with everything in its memory", async () => {
  await withSnapshot();

  assert.deepEqual(await start(), { rules: WOKEN, fromSnapshot: true });

  assert.deepEqual(pyodide.loaded[0]?.["_loadSnapshot"], SNAPSHOT);
  assert.deepEqual(pyodide.done, ["write /lib/rules.zip the rules"]);
  assert.equal(server.asked.includes("norm.json"), false);
  assert.deepEqual(steps, ["fetch", "python"]);
});

test("rules that are woken up wait until their files are there", async () => {
  await withSnapshot();
  let arrive = (_: Response): void => undefined;
  server.parts["rules.zip"] = () => new Promise((go) => (arrive = go));
  let started = false;
  const starting = start().then(() => (started = true));
  while (pyodide.fetched.length < 2) {
    await new Promise(setImmediate);
  }
  await new Promise(setImmediate);
  assert.equal(started, false);

  arrive(new Response("late"));
  await starting;

  assert.deepEqual(pyodide.done, ["write /lib/rules.zip late"]);
});

test("a damaged snapshot is thrown away, and nothing more is started where Python may still be starting", async () => {
  await withSnapshot();
  pyodide.load = () => Promise.reject(new Error("damaged"));

  assert.equal(await start(), null);

  assert.equal(pyodide.loaded.length, 1);
  assert.equal(await loadSnapshot(server.runtime.base), null);
});

test("a start that is not to wake anything up leaves the snapshot alone", async () => {
  await withSnapshot();

  const started = await startRules(server.runtime, () => undefined, false);

  assert.deepEqual([started?.rules, started?.fromSnapshot], [RULES, false]);
  assert.deepEqual(await loadSnapshot(server.runtime.base), SNAPSHOT);
});

test("a part that cannot be fetched is no fault of the snapshot, which stays", async () => {
  await withSnapshot();
  server.parts["pyodide.asm.wasm"] = absent;

  await assert.rejects(start(), { name: "fetch" });

  assert.deepEqual(await loadSnapshot(server.runtime.base), SNAPSHOT);
});

test("a browser that throws nothing away goes on all the same", async () => {
  await withSnapshot();
  mock.method(caches, "delete", () => Promise.reject(new Error("forbidden")));
  pyodide.load = () => Promise.reject(new Error("damaged"));

  assert.equal(await start(), null);
});

test("a page that brings its parts along looks for no snapshot", async () => {
  const opened = mock.method(caches, "open");

  const started = await startRules({ ...server.runtime, parts: {} }, () => undefined);

  assert.deepEqual([started?.fromSnapshot, opened.mock.callCount()], [false, 0]);
});

test("what the next start wakes up is a copy of a memory that holds nothing of the page", async () => {
  await makeSnapshot(server.runtime);

  assert.equal(pyodide.loaded[0]?.["_makeSnapshot"], true);
  assert.deepEqual(pyodide.done.slice(1), [
    "run RulesApi", "run make_all", "make norm,messages,links", "destroy", "copy the memory",
  ]);
  assert.deepEqual(await loadSnapshot(server.runtime.base), SNAPSHOT);
});

test("an extension is fetched when it is asked for, and gets the rules and its document", async () => {
  server.parts["texts.zip"] = () => new Response("the archive");
  server.parts["texts.json"] = () => new Response("its document");
  const started = await startRules(server.runtime, () => undefined);
  assert.equal(server.asked.some((name) => name.startsWith("texts.")), false);
  pyodide.done.length = 0;

  await started?.extend("texts");

  assert.deepEqual(pyodide.done, ["write /lib/texts.zip the archive", "run extend", "extend /lib/texts.zip texts_api", "give nothing its document"]);
});

test("an extension that cannot be fetched is a failure of fetching", async () => {
  const started = await startRules(server.runtime, () => undefined);

  await assert.rejects(started?.extend("texts") ?? Promise.resolve(), { name: "fetch" });
});
