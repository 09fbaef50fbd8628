/** From an empty worker to rules that answer: every step of starting, in one place. */

import type { loadPyodide, PyodideConfig, PyodideInterface } from "pyodide";
import { deferred, fetchParts, type FetchedName, type Parts } from "./parts.js";
import { type Progress, type Step, StepError } from "./protocol.js";

/** The rules in Python, as `driver.py` offers them. */
export interface Driver {
  assess_json(answers: string, date: string): string;
  folder_json(answers: string, date: string): string;
}

type MakeDriver = (norm: string, messages: string, links: string) => Driver;

/** What Pyodide asks for by address while it starts. */
const ASKED_FOR: readonly FetchedName[] = ["pyodide.asm.wasm", "python_stdlib.zip"];
const RULES = "/lib/rules.zip";
const IMPORT = `
import sys
sys.path.insert(0, "${RULES}")
from driver import Driver
Driver
`;

/**
 * Fetch everything, start Python, import the rules and hand them the norm.
 *
 * @param base The absolute address of the folder with the runtime's parts, ending in a slash.
 * @param report Hears of every piece that arrives and every step that begins.
 * @throws StepError with the step that failed.
 */
export async function loadDriver(
  base: string,
  report: (progress: Progress) => void,
): Promise<Driver> {
  const begin = (step: Step): void => report({ step, loaded: 0, total: 0 });
  const parts = fetchParts(base, report);
  const rules = parts.response("rules.zip").then((answer) => answer.arrayBuffer());
  const documents = readDocuments(parts);
  void Promise.all([rules, documents]).catch(() => undefined); // `failure` tells

  void parts.arrived.then(() => begin("python")); // until then it is the fetching that takes time
  const pyodide = await during("python", parts, startPython(base, parts));
  begin("rules");
  const makeDriver = await during("rules", parts, importRules(pyodide, rules));
  begin("norm");
  return during("norm", parts, documents.then((texts) => makeDriver(...texts)));
}

/** Wait for one step; a part that fails meanwhile ends it too, and that is a failure of fetching. */
async function during<Value>(step: Step, parts: Parts, work: Promise<Value>): Promise<Value> {
  const named = (name: Step) => (error: unknown) => {
    throw new StepError(name, error);
  };
  return Promise.race([parts.failure.catch(named("fetch")), work.catch(named(step))]);
}

async function readDocuments(parts: Parts): Promise<[string, string, string]> {
  const text = async (name: FetchedName): Promise<string> => (await parts.response(name)).text();
  return Promise.all([text("norm.json"), text("messages.json"), text("links.json")]);
}

async function startPython(base: string, parts: Parts): Promise<PyodideInterface> {
  const lock = parts.response("pyodide-lock.json").then((answer) => answer.text());
  const [pyodide, asm, lockFileContents] = await Promise.all([
    parts.module("pyodide.mjs") as Promise<{ loadPyodide: typeof loadPyodide }>,
    parts.module("pyodide.asm.mjs") as Promise<{ default: CreateModule }>,
    lock,
  ]);
  const createPyodideModule = asm.default;
  // Without an address for packages, Pyodide would think of a server of others.
  const options = { indexURL: base, packageBaseUrl: base, createPyodideModule, lockFileContents };
  return withPartsHandedOver(base, parts, () => pyodide.loadPyodide(options));
}

type CreateModule = NonNullable<PyodideConfig["createPyodideModule"]>;

/**
 * Let Pyodide's own requests be answered with the parts that are on their way already.
 *
 * It swallows a failure to compile and then waits for ever, so that failure is caught here.
 */
async function withPartsHandedOver<Value>(
  base: string,
  parts: Parts,
  work: () => Promise<Value>,
): Promise<Value> {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  const { promise: broken, reject } = deferred<never>();
  const ready = new Map(ASKED_FOR.map((name) => [base + name, parts.response(name)]));
  globalThis.fetch = (input, init) => ready.get(String(input)) ?? fetch(input, init);
  WebAssembly.instantiateStreaming = (source, imports) => {
    const instance = instantiateStreaming(source, imports);
    instance.catch(reject);
    return instance;
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
): Promise<MakeDriver> {
  pyodide.FS.writeFile(RULES, new Uint8Array(await rules));
  return pyodide.runPython(IMPORT) as MakeDriver;
}
