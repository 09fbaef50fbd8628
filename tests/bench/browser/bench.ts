/** What the benchmarks ask of the page: our worker, and a worker with nothing but Pyodide as it comes. */

import { proxy, type Remote, wrap } from "comlink";
import type { Outcome, ViewDelta } from "../../../frontend/contract/outcome.js";
import type { WorkerApi } from "../../../frontend/contract/worker.js";
import { applyDelta, noRevision, type ViewRevision } from "../../../frontend/runtime/view-delta.js";

let ours: Remote<WorkerApi> | null = null;
let revision: ViewRevision = noRevision;

async function startOurs(base: string, answers: string, date: string): Promise<number> {
  const before = performance.now();
  const worker = new Worker("/site/assets/kmop/worker.js", { type: "module" });
  ours = wrap<WorkerApi>(worker);
  await ours.start({ base }, proxy(() => undefined));
  revision = noRevision;
  const { view } = await assess(answers, date);
  const took = performance.now() - before;
  if (view === null) {
    throw new Error("no result");
  }
  return took;
}

/** Ask for an outcome as the page does, down to what it then draws. */
async function assess(answers: string, date: string): Promise<Outcome> {
  const told = (await ours?.call("assess", answers, date, revision.number)) ?? "";
  const [outcome, has] = applyDelta(JSON.parse(told) as ViewDelta, revision);
  revision = has;
  return outcome;
}

async function prepareOurs(base: string): Promise<void> {
  const worker = new Worker("/site/assets/kmop/worker.js", { type: "module" });
  await wrap<WorkerApi>(worker).makeSnapshot({ base });
  worker.terminate();
}

/** Ask for one result after another, and tell how long each took from asking to having it, ready to be drawn. */
async function change(documents: string[], date: string): Promise<number[]> {
  const took: number[] = [];
  for (const answers of documents) {
    const before = performance.now();
    await assess(answers, date);
    took.push(performance.now() - before);
  }
  return took;
}

function startStock(): Promise<number> {
  const before = performance.now();
  const worker = new Worker("/stock.mjs", { type: "module" });
  return new Promise((resolve, reject) => {
    worker.addEventListener("error", () => reject(new Error("stock")));
    worker.addEventListener("message", ({ data }) => {
      if (data !== 2) {
        reject(new Error(String(data)));
      }
      resolve(performance.now() - before);
    });
  });
}

Object.assign(globalThis, { bench: { startOurs, prepareOurs, change, startStock } });
