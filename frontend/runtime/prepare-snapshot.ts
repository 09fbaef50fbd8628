/** Preparing the snapshot for the next start: a worker of its own leaves it, once the reader has settled. */

import { wrap } from "comlink";
import type { Runtime, WorkerApi } from "../contract/worker.js";
import { savesData } from "../lib/data-saver.js";

/** Somebody who stays this long comes back; who only has a look is not made to store megabytes. */
const SETTLED_MS = 20_000;
/** A snapshot and room to spare. */
const LEAST_BYTES = 200_000_000;
/** What takes longer than the slowest start hangs, and would hold its memory for as long as the page is open. */
const HUNG_MS = 180_000;

/**
 * Prepare the next start, later and in the background; nobody is told when it fails.
 *
 * @param address Where the worker's script is.
 * @param runtime Where its parts are; nothing is prepared for a page that brings them along itself.
 */
export function prepareNextStart(address: string | URL, runtime: Runtime): void {
  if (runtime.parts === undefined) {
    setTimeout(() => void prepare(address, runtime).catch(console.warn), SETTLED_MS);
  }
}

async function prepare(address: string | URL, runtime: Runtime): Promise<void> {
  // The parts may have to be fetched again.
  if (savesData() || !(await hasRoom())) {
    return;
  }
  const worker = new Worker(address, { type: "module" });
  const hung = setTimeout(() => worker.terminate(), HUNG_MS);
  try {
    await wrap<WorkerApi>(worker).makeSnapshot(runtime);
  } finally {
    clearTimeout(hung);
    worker.terminate();
  }
}

async function hasRoom(): Promise<boolean> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return quota - usage > LEAST_BYTES;
}
