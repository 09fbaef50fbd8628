/** Start-up (bootstrap): from an empty worker to rules that answer, every step of it in one place. */

import type { loadPyodide, PyodideConfig, PyodideInterface } from "pyodide";
import { type ExtensionName, type Progress, type RulesQuestion, type Runtime, type Step, StepError, stepOf } from "../contract/worker.js";
import { deferred, type Downloads, type FetchedName, startDownloads } from "./downloads.js";
import { extendRules } from "./extension.js";
import { inOrder } from "./progress-order.js";
import { forgetSnapshots, loadSnapshot, saveSnapshot } from "./snapshot-cache.js";

/** The rules in Python, as `in_pyodide/api.py` offers them: texts and numbers in, JSON out. */
export type PythonRules = Record<`${RulesQuestion}_json`, (...given: (string | number)[]) => string>;

type PyCallable = ((...texts: string[]) => void) & { destroy(): void };
type MakeRules = (norm: string, messages: string, links: string) => PythonRules;

/** What Pyodide asks for by address while it starts. */
const INTERPRETER = "pyodide.asm.wasm";
const LIBRARY = "python_stdlib.zip";
const RULES = "/lib/rules.zip";
const IMPORT = `
import sys
sys.path.insert(0, "${RULES}")
from api import RulesApi
RulesApi
`;
/** Where Python itself holds the rules, so that a snapshot of its memory has it. */
const RULES_GLOBAL = "the_rules";
const MAKE_ALL = `
def make_all(*texts):
    from api import RulesApi
    from import_all import import_everything
    import_everything()
    globals()["${RULES_GLOBAL}"] = rules = RulesApi(*texts)
    rules.assess_json('{"format": "kmop-answers/1"}', "2026-01-01")
make_all
`;

type Extensible = Omit<StartedRules, "fromSnapshot">;
type Report = (progress: Progress) => void;

/** The rules, and whether they were woken up from a snapshot or started from nothing. */
export interface StartedRules {
  rules: PythonRules;
  /** Import an extension beside them; what it offers is called in the same way. */
  extend(name: ExtensionName): Promise<PythonRules>;
  fromSnapshot: boolean;
}

/**
 * Let the rules be ready to answer: woken up from what an earlier start left in this browser, and else from nothing.
 *
 * @param runtime Where its parts are.
 * @param tell Hears of every piece that arrives and every step that begins, in order.
 * @param wake Whether to look for what an earlier start left.
 * @returns Null when that could not be woken up. It is thrown away then, and the next start needs a worker of its own: in
 *   this one, Python may still be starting.
 * @throws StepError with the step that failed.
 */
export async function startRules(runtime: Runtime, tell: Report, wake = true): Promise<StartedRules | null> {
  const report = inOrder(tell);
  const saved = wake && runtime.parts === undefined ? loadSnapshot(runtime.base) : Promise.resolve(null);
  // To look for a snapshot takes a while, and most of the parts are needed either way.
  const parts = startDownloads(runtime, report, saved.then((found) => found !== null));
  const snapshot = await saved;
  if (snapshot === null) {
    return { ...(await startFromParts(runtime, parts, report)), fromSnapshot: false };
  }
  try {
    return { ...(await restoreFromSnapshot(runtime, parts, report, snapshot)), fromSnapshot: true };
  } catch (error) {
    if (stepOf(error) === "fetch") {
      throw error;
    }
    console.warn(error);
    await forgetSnapshots().catch(() => undefined);
    return null;
  }
}

function extensible(pyodide: PyodideInterface, rules: PythonRules, runtime: Runtime): Extensible {
  return { rules, extend: (name) => extendRules(pyodide, rules, runtime, name) };
}

function fetchAll(runtime: Runtime, report: Report): Downloads {
  return startDownloads(runtime, report, Promise.resolve(false));
}

/** Start once more, apart from the rules that are at work, and keep what the next start can wake up. */
export async function makeSnapshot(runtime: Runtime): Promise<void> {
  const parts = fetchAll(runtime, () => undefined);
  const rules = rulesOf(parts);
  const documents = readDocuments(parts);
  const pyodide = await startPython(runtime.base, parts, { _makeSnapshot: true });
  await importRules(pyodide, rules);
  const makeAll = pyodide.runPython(MAKE_ALL) as PyCallable;
  makeAll(...(await documents));
  makeAll.destroy(); // nothing of JavaScript may be held, or the memory cannot be copied
  await saveSnapshot(runtime.base, pyodide.makeMemorySnapshot());
}

/** Start Python, import the rules and hand them the norm, from parts that are on their way. */
async function startFromParts(runtime: Runtime, parts: Downloads, report: Report): Promise<Extensible> {
  const begin = (step: Step): void => report({ step, loaded: 0, total: 0 });
  const rules = rulesOf(parts);
  const documents = readDocuments(parts);

  void parts.arrived.then(() => begin("python")); // until then it is the fetching that takes time
  const pyodide = await during("python", parts, startPython(runtime.base, parts));
  begin("rules");
  const makeRules = await during("rules", parts, importRules(pyodide, rules));
  begin("norm");
  const made = await during("norm", parts, documents.then((texts) => makeRules(...texts)));
  return extensible(pyodide, made, runtime);
}

/** Wake Python up with everything in its memory that is not interpreter or the rules' data. */
async function restoreFromSnapshot(runtime: Runtime, parts: Downloads, report: Report, snapshot: Uint8Array): Promise<Extensible> {
  const rules = rulesOf(parts);
  void parts.arrived.then(() => report({ step: "python", loaded: 0, total: 0 }));
  const waking = startPython(runtime.base, parts, { _loadSnapshot: snapshot });
  const pyodide = await during("python", parts, waking);
  await during("rules", parts, writeRules(pyodide, rules));
  return extensible(pyodide, pyodide.globals["get"](RULES_GLOBAL) as PythonRules, runtime);
}

function rulesOf(parts: Downloads): Promise<ArrayBuffer> {
  const rules = parts.response("rules.zip").then((answer) => answer.arrayBuffer());
  rules.catch(() => undefined); // `failure` tells
  return rules;
}

/** Wait for one step; a part that fails meanwhile ends it too, and that is a failure of fetching. */
async function during<Value>(step: Step, parts: Downloads, work: Promise<Value>): Promise<Value> {
  const named = (name: Step) => (error: unknown) => {
    throw new StepError(name, error);
  };
  return Promise.race([parts.failure.catch(named("fetch")), work.catch(named(step))]);
}

function readDocuments(parts: Downloads): Promise<[string, string, string]> {
  const text = async (name: FetchedName): Promise<string> => (await parts.response(name)).text();
  const documents = Promise.all([text("norm.json"), text("messages.json"), text("links.json")]);
  documents.catch(() => undefined); // `failure` tells
  return documents;
}

async function startPython(base: string, parts: Downloads, more: PyodideConfig = {}): Promise<PyodideInterface> {
  const compiled = WebAssembly.compileStreaming(parts.response(INTERPRETER));
  compiled.catch(() => undefined); // told where it is waited for
  const lock = parts.response("pyodide-lock.json").then((answer) => answer.text());
  const [pyodide, asm, lockFileContents] = await Promise.all([
    parts.module("pyodide.js") as Promise<{ loadPyodide: typeof loadPyodide }>,
    parts.module("pyodide.asm.js") as Promise<{ default: CreateModule }>,
    lock,
  ]);
  const createPyodideModule = asm.default;
  // Without an address for packages, Pyodide would think of a server of others.
  const options = { indexURL: base, packageBaseUrl: base, createPyodideModule, lockFileContents, ...more };
  return withPartsHandedOver(base, parts, compiled, () => pyodide.loadPyodide(options));
}

type CreateModule = NonNullable<PyodideConfig["createPyodideModule"]>;

/**
 * Let Pyodide's own requests be answered with the parts that are on their way already: the library, and the interpreter
 * as it is being compiled since the first of it arrived.
 *
 * It swallows a failure to compile and then waits for ever, so that failure is caught here.
 */
async function withPartsHandedOver<Value>(
  base: string,
  parts: Downloads,
  compiled: Promise<WebAssembly.Module>,
  work: () => Promise<Value>,
): Promise<Value> {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  const { promise: broken, reject } = deferred<never>();
  const ready = new Map([
    [base + LIBRARY, () => parts.response(LIBRARY)],
    [base + INTERPRETER, async () => new Response()],
  ]);
  globalThis.fetch = (input, init) => ready.get(String(input))?.() ?? fetch(input, init);
  WebAssembly.instantiateStreaming = (_, imports) => {
    const made = compiled.then(async (module) => ({ module, instance: await WebAssembly.instantiate(module, imports) }));
    made.catch(reject);
    return made;
  };
  try {
    return await Promise.race([work(), broken]);
  } finally {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

async function importRules(
  pyodide: PyodideInterface,
  rules: Promise<ArrayBuffer>,
): Promise<MakeRules> {
  await writeRules(pyodide, rules);
  return pyodide.runPython(IMPORT) as MakeRules;
}

async function writeRules(pyodide: PyodideInterface, rules: Promise<ArrayBuffer>): Promise<void> {
  pyodide.FS.writeFile(RULES, new Uint8Array(await rules));
}
