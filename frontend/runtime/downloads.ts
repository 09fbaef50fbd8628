/**
 * Downloads and their progress: the runtime's parts, each asked for once, a few at a time, and counted as they come.
 */

import type { Progress, Runtime } from "../contract/worker.js";
import { Semaphore } from "../lib/async.js";

/** Set by the worker of a page that brings its parts along packed. */
declare global {
  var kmopUnpack: ((packed: Uint8Array) => Uint8Array) | undefined;
  /** Runs a module that was made into a script; returns what the module exports. */
  var kmopEvaluate: ((script: string) => unknown) | undefined;
}

/** Parts that are fetched as bytes; modules are fetched by the browser's own `import`. */
const FILES = ["pyodide.asm.wasm", "pyodide-lock.json", "rules.zip"] as const;
/** What is read at a start from nothing, and is in their memory when the rules are woken up. */
const AT_FIRST = ["python_stdlib.zip", "norm.json", "messages.json", "links.json"] as const;
const MODULES = ["pyodide.js", "pyodide.asm.js"] as const;
/**
 * How many are fetched at a time. Browsers open six connections to a host of HTTP/1.1, and the page asks for things too
 * while this goes on: what a reader waits for must find one free.
 */
const AT_A_TIME = 3;

const WASM = "application/wasm";

export type FetchedName = (typeof FILES)[number] | (typeof AT_FIRST)[number];
export type ModuleName = (typeof MODULES)[number];

export interface Downloads {
  /** A part as an answer of the server, which may be read once, while it is still coming. */
  response(name: FetchedName): Promise<Response>;
  module(name: ModuleName): Promise<unknown>;
  /** Resolves once everything is here. */
  arrived: Promise<void>;
  /** Rejects as soon as one part fails; never resolves. */
  failure: Promise<never>;
}

interface Manifest {
  /** Sizes in bytes, as they are used and as they cross the line, by content encoding. */
  parts: { name: string; size: number; sent: Record<string, number> }[];
}

/** How often the page hears how far it is: each time costs it a piece of its layout. */
const REPORT_MS = 150;

/**
 * Counts bytes; how many will come is known once the manifest is there.
 *
 * What arrives is counted unpacked, since browsers unpack before they hand over, and told as it crosses the line.
 */
class DownloadProgress {
  readonly #report: (progress: Progress) => void;
  readonly #complete: () => void;
  #sizes = new Map<string, number>();
  #loaded = 0;
  #total = 0;
  #sent = 0;
  #isFirst = false;
  #due: ReturnType<typeof setTimeout> | undefined;

  constructor(report: (progress: Progress) => void, complete: () => void) {
    this.#report = report;
    this.#complete = complete;
  }

  /**
   * @param names The parts that will come.
   * @param encoding How the server packs what it sends; what it does not pack crosses the line as it is.
   * @param isFirst Whether this browser has none of it yet.
   */
  expect(manifest: Manifest, names: ReadonlySet<string>, encoding: string | null, isFirst: boolean): void {
    const coming = manifest.parts.filter((part) => names.has(part.name));
    this.#sizes = new Map(coming.map((part) => [part.name, part.size]));
    this.#total = coming.reduce((sum, part) => sum + part.size, 0);
    this.#sent = coming.reduce((sum, part) => sum + (part.sent[encoding ?? ""] ?? part.size), 0);
    this.#isFirst = isFirst;
    this.add(0);
  }

  add(bytes: number): void {
    this.#loaded += bytes;
    const isComplete = this.#total > 0 && this.#loaded >= this.#total;
    if (isComplete) {
      this.#tell();
      this.#complete();
    } else {
      this.#due ??= setTimeout(() => this.#tell(), REPORT_MS);
    }
  }

  addWhole(name: string): void {
    this.add(this.#sizes.get(name) ?? 0);
  }

  #tell(): void {
    clearTimeout(this.#due);
    this.#due = undefined;
    const loaded = this.#total > 0 ? Math.round((this.#loaded * this.#sent) / this.#total) : this.#loaded;
    this.#report({ step: "fetch", loaded, total: this.#sent, ...(this.#isFirst ? { isFirst: true } : {}) });
  }
}

/**
 * Ask for every part, in the order in which a start needs them.
 *
 * @param runtime Where they are.
 * @param report Hears now and then how much has arrived, and at the end.
 * @param fromSnapshot Tells whether a snapshot holds all that is read at a start from nothing; the rest does not wait.
 */
export function startDownloads(
  runtime: Runtime,
  report: (progress: Progress) => void,
  fromSnapshot: Promise<boolean>,
): Downloads {
  const { promise: arrived, resolve } = deferred<void>();
  const counter = new DownloadProgress(report, resolve);
  const manifest = openPart(runtime, "manifest.json");
  const expected = Promise.all([manifest, fromSnapshot]).then(async ([answer, all]) => {
    const names = new Set([...FILES, ...MODULES, ...(all ? [] : AT_FIRST)]);
    counter.expect(await answer.json(), names, answer.headers.get("Content-Encoding"), !all && !runtime.parts);
  });
  const { promise: failure, reject } = deferred<never>();
  const responses = new Map<FetchedName, Promise<Response>>();
  const modules = new Map<ModuleName, Promise<unknown>>();
  const line = new Semaphore(AT_A_TIME);
  const ask = (name: FetchedName): Promise<Response> => fetchPart(runtime, name, counter, line, reject);
  for (const name of FILES) {
    responses.set(name, failTogether(ask(name), reject));
  }
  for (const name of AT_FIRST) {
    // Pyodide asks for its library whatever it wakes up with; all of that is imported already.
    responses.set(name, failTogether(fromSnapshot.then((all) => (all ? new Response() : ask(name))), reject));
  }
  for (const name of MODULES) {
    modules.set(name, failTogether(importPart(runtime, name, counter, expected), reject));
  }
  return {
    response: (name) => entry(responses, name),
    module: (name) => entry(modules, name),
    arrived,
    failure,
  };
}

/** Resolves with the interpreter while it is still coming, so that it is compiled as it comes; with the rest once it is here. */
function fetchPart(
  runtime: Runtime,
  name: FetchedName,
  counter: DownloadProgress,
  line: Semaphore,
  failed: (reason: unknown) => void,
): Promise<Response> {
  const { promise, resolve, reject } = deferred<Response>();
  line
    .run(async () => {
      const answer = await openPart(runtime, name);
      if (answer.headers.get("Content-Type") === WASM) {
        const copy = answer.clone();
        resolve(answer); // only with the server's own answer does the browser keep what it compiles
        return countCopy(copy, counter, failed);
      }
      // A type of our own: not every server knows the one of WebAssembly, and browsers insist on it.
      const type = name.endsWith(".wasm") ? WASM : "application/octet-stream";
      const counted = answer.body === null ? null : counting(answer.body, counter, failed);
      resolve(new Response(await new Response(counted).arrayBuffer(), { headers: { "Content-Type": type } }));
    })
    .catch(reject);
  return promise;
}

async function countCopy(copy: Response, counter: DownloadProgress, failed: (reason: unknown) => void): Promise<void> {
  const reader = copy.body && counting(copy.body, counter, failed).getReader();
  while (reader && !(await reader.read()).done);
}

/** The same stream, counted; its breaking off is told too, since not every reader of it does so. */
function counting(
  body: ReadableStream<Uint8Array>,
  counter: DownloadProgress,
  failed: (reason: unknown) => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          controller.close();
          return;
        }
        counter.add(value.byteLength);
        controller.enqueue(value);
      } catch (error) {
        failed(error);
        controller.error(error);
      }
    },
  });
}

async function importPart(
  runtime: Runtime,
  name: ModuleName,
  counter: DownloadProgress,
  expected: Promise<void>,
): Promise<unknown> {
  const [module] = await Promise.all([load(runtime, name), expected]);
  counter.addWhole(name);
  return module;
}

/** Ask for a part by its name. */
export async function openPart(runtime: Runtime, name: string): Promise<Response> {
  const packed = runtime.parts?.[name];
  if (packed !== undefined) {
    return new Response(unpacked(packed));
  }
  const answer = await fetch(runtime.base + name);
  if (!answer.ok) {
    throw new Error(`${name}: ${answer.status}`);
  }
  return answer;
}

/** Import a module, or run the script that it is in a page that brings everything along. */
async function load(runtime: Runtime, name: string): Promise<unknown> {
  const packed = runtime.parts?.[name];
  return packed === undefined
    ? import(runtime.base + name)
    : globalThis.kmopEvaluate?.(new TextDecoder().decode(unpacked(packed)));
}

function unpacked(packed: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(globalThis.kmopUnpack?.(packed) ?? packed);
}

function failTogether<Value>(promise: Promise<Value>, failed: (reason: unknown) => void): Promise<Value> {
  promise.catch(failed);
  return promise;
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key): Value {
  return map.get(key) as Value;
}

/** A promise with its levers outside. */
export function deferred<Value>(): {
  promise: Promise<Value>;
  resolve: (value: Value) => void;
  reject: (reason: unknown) => void;
} {
  let resolve!: (value: Value) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
