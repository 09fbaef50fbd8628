/** Every part is asked for once, all are counted, and one that fails makes them fail together. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import type { Progress } from "../../../frontend/contract/worker.ts";
import { type Downloads, type FetchedName, startDownloads } from "../../../frontend/runtime/downloads.ts";
import { setGlobal } from "../globals.ts";
import { absent, cut, fakeServer, type FakeServer, rubbish, SIZES, WASM } from "./fake-runtime.ts";

const AT_FIRST = ["links.json", "messages.json", "norm.json", "python_stdlib.zip"] as const;
const ALWAYS = ["pyodide-lock.json", "pyodide.asm.wasm", "rules.zip"] as const;
const FETCHED: FetchedName[] = [...AT_FIRST, ...ALWAYS];

let server: FakeServer;
let reports: Progress[];

beforeEach(() => {
  mock.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  server = fakeServer();
  reports = [];
});

function started(fromSnapshot: Promise<boolean> | boolean = false): Downloads {
  return startDownloads(server.runtime, (progress) => reports.push(progress), Promise.resolve(fromSnapshot));
}

/** Read every part to its end, but this one; what each of them holds. */
async function readAll(downloads: Downloads, but?: FetchedName): Promise<string[]> {
  const names = FETCHED.filter((name) => name !== but);
  return Promise.all(names.map(async (name) => (await downloads.response(name)).text()));
}

function sizeOf(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (SIZES[name] ?? NaN), 0);
}

/** The body of an answer that comes piece by piece. */
function inPieces(): { body: ReadableStream<Uint8Array>; pieces: ReadableStreamDefaultController<Uint8Array> } {
  let pieces!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (pieces = controller) });
  return { body, pieces };
}

const turn = () => new Promise(setImmediate);

test("every part is asked for once", async () => {
  const downloads = started();
  await readAll(downloads);
  await downloads.arrived;

  assert.deepEqual(server.asked.sort(), ["manifest.json", ...FETCHED].sort());
});

test("no more than three parts come at a time, which leaves the page a connection", async () => {
  const coming = FETCHED.map((name) => {
    const { body, pieces } = inPieces();
    server.parts[name] = () => new Response(body);
    return { name, pieces };
  });
  const downloads = started();
  const read = readAll(downloads);
  const most: number[] = [];
  for (let left = FETCHED.length; left > 0; left -= 1) {
    await turn();
    const asked = coming.filter(({ name }) => server.asked.includes(name));
    most.push(asked.length);
    const [first] = asked;
    first!.pieces.close();
    coming.splice(coming.indexOf(first!), 1);
  }
  await read;

  assert.deepEqual(most, [3, 3, 3, 3, 3, 2, 1]);
});

test("the parts are what the server gives", async () => {
  const downloads = started();

  assert.equal(await (await downloads.response("norm.json")).text(), "norm");
  assert.deepEqual(await (await downloads.response("pyodide.asm.wasm")).bytes(), WASM);
  assert.equal(((await downloads.module("pyodide.asm.js")) as { default: string }).default, "asm");
});

test("once everything is here, that is told with all of its bytes", async () => {
  const downloads = started();
  await readAll(downloads);
  await downloads.arrived;

  const total = sizeOf(Object.keys(SIZES));
  assert.deepEqual(reports.at(-1), { step: "fetch", loaded: total, total, isFirst: true });
});

test("what comes packed is told as it crosses the line", async () => {
  const manifest = server.parts["manifest.json"];
  assert.ok(manifest);
  server.parts["manifest.json"] = async () =>
    new Response((await manifest()).body, { headers: { "Content-Encoding": "br" } });
  const downloads = started();
  await readAll(downloads);
  await downloads.arrived;

  const total = 2 * sizeOf(Object.keys(SIZES)); // as the manifest of the fake server says
  assert.deepEqual(reports.at(-1), { step: "fetch", loaded: total, total, isFirst: true });
});

test("it has not all arrived as long as one part is missing", async () => {
  let arrived = false;
  server.parts["rules.zip"] = () => new Promise(() => undefined);
  const downloads = started();
  void downloads.arrived.then(() => (arrived = true));
  await readAll(downloads, "rules.zip");
  await turn();

  assert.equal(arrived, false);
});

test("the page hears how far it is now and then, not of every piece", async () => {
  server.parts["rules.zip"] = () => new Promise(() => undefined);
  const downloads = started();
  await (await downloads.response("norm.json")).text();
  await (await downloads.response("links.json")).text();
  assert.deepEqual(reports, []);

  mock.timers.tick(150);

  assert.equal(reports.length, 1);
  assert.equal(reports[0]!.loaded >= sizeOf(["norm.json", "links.json"]), true);
});

test("what comes after it was told how far it is, is told too, and after the end nothing", async () => {
  let arrive = (_: Response): void => undefined;
  server.parts["rules.zip"] = () => new Promise((go) => (arrive = go));
  const downloads = started();
  await readAll(downloads, "rules.zip");
  mock.timers.tick(150);
  const { body, pieces } = inPieces();
  arrive(new Response(body));
  const reading = downloads.response("rules.zip").then((answer) => answer.text());
  pieces.enqueue(new Uint8Array(4));
  await turn();
  mock.timers.tick(150);
  assert.equal(reports.length, 2);

  pieces.enqueue(new Uint8Array(sizeOf(["rules.zip"]) - 4));
  pieces.close();
  await reading;
  await downloads.arrived;
  mock.timers.tick(1000);

  assert.equal(reports.length, 3);
});

test("an interpreter that comes in pieces is counted whole, though nobody has read it yet", async () => {
  const { body, pieces } = inPieces();
  WASM.forEach((byte) => pieces.enqueue(Uint8Array.of(byte)));
  pieces.close();
  server.parts["pyodide.asm.wasm"] = () => new Response(body, { headers: { "Content-Type": "application/wasm" } });

  const downloads = started();
  await readAll(downloads, "pyodide.asm.wasm");
  await downloads.arrived;

  assert.equal(reports.at(-1)?.loaded, sizeOf(Object.keys(SIZES)));
});

test("everything has arrived also when the manifest comes last", async () => {
  let arrive = (_: Response): void => undefined;
  const manifest = server.parts["manifest.json"]!();
  server.parts["manifest.json"] = () => new Promise((go) => (arrive = go));
  const downloads = started(true);
  await readAll(downloads);

  arrive(await manifest);

  await downloads.arrived;
});

test("before it is known how much will come, no total is told", async () => {
  server.parts["manifest.json"] = () => new Promise(() => undefined);
  const downloads = started();
  await (await downloads.response("norm.json")).text();
  mock.timers.tick(150);

  assert.equal(reports.at(-1)?.total, 0);
});

test("with a snapshot, what is in its memory is not fetched and not counted", async () => {
  const downloads = started(true);
  await readAll(downloads);
  await downloads.arrived;

  assert.deepEqual(server.asked.sort(), ["manifest.json", ...ALWAYS].sort());
  const total = sizeOf([...ALWAYS, "pyodide.js", "pyodide.asm.js"]);
  assert.deepEqual(reports.at(-1), { step: "fetch", loaded: total, total });
  assert.equal(await (await started(true).response("python_stdlib.zip")).text(), "");
});

test("what is needed either way does not wait until it is known whether there is a snapshot", async () => {
  started(new Promise(() => undefined));
  await turn();

  assert.deepEqual(server.asked.sort(), ["manifest.json", ...ALWAYS].sort());
});

for (const name of FETCHED) {
  test(`a part that is not there makes all fail, and is named: ${name}`, async () => {
    server.parts[name] = absent;

    await assert.rejects(started().failure, { message: `${name}: 404` });
  });
}

for (const name of ["pyodide.js", "pyodide.asm.js"] as const) {
  test(`a module that is not there makes all fail: ${name}`, async () => {
    server.removeModule(name);

    await assert.rejects(started().failure, new RegExp(name));
  });
}

test("without a manifest all fails", async () => {
  server.parts["manifest.json"] = absent;

  await assert.rejects(started().failure, { message: "manifest.json: 404" });
});

for (const name of ["rules.zip", "pyodide.asm.wasm"] as const) {
  test(`a part that breaks off makes all fail, also when nobody reads on: ${name}`, async () => {
    server.parts[name] = cut;
    const downloads = started();
    await readAll(downloads).catch(() => undefined);

    await assert.rejects(downloads.failure, { message: "cut" });
  });
}

test("the interpreter comes as the server's own answer, which lets the browser keep what it compiles", async () => {
  const answer = rubbish();
  server.parts["pyodide.asm.wasm"] = () => answer;

  assert.equal(await started().response("pyodide.asm.wasm"), answer);
});

test("an interpreter of which the server does not know the type gets it", async () => {
  server.parts["pyodide.asm.wasm"] = () => new Response(WASM);

  const { headers } = await started().response("pyodide.asm.wasm");

  assert.equal(headers.get("Content-Type"), "application/wasm");
});

test("a page that brings its parts along asks no server", async () => {
  const packed = (text: string) => new TextEncoder().encode(`packed ${text}`);
  const names = ["manifest.json", ...FETCHED, "pyodide.js", "pyodide.asm.js"];
  const texts = { "manifest.json": '{"parts": []}' } as Record<string, string>;
  const parts = Object.fromEntries(names.map((name) => [name, packed(texts[name] ?? name)]));
  setGlobal("kmopUnpack", (bytes: Uint8Array) => bytes.slice("packed ".length));
  setGlobal("kmopEvaluate", (script: string) => ({ evaluated: script }));

  const downloads = startDownloads({ ...server.runtime, parts }, () => undefined, Promise.resolve(false));

  assert.equal(await (await downloads.response("norm.json")).text(), "norm.json");
  assert.deepEqual(await downloads.module("pyodide.js"), { evaluated: "pyodide.js" });
  assert.deepEqual(server.asked, []);
});
