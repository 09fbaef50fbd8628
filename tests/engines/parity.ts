/** What the parity test asks of a page: the rules in their worker, and a digest of each report that they give. */

import { proxy, type Remote, wrap } from "comlink";
import type { WorkerApi } from "../../frontend/contract/worker.js";

/** Start the worker of the site, as its pages do. */
export async function start(worker: string, base: string): Promise<Remote<WorkerApi>> {
  const remote = wrap<WorkerApi>(new Worker(worker, { type: "module" }));
  await remote.start({ base }, proxy(() => undefined), false);
  return remote;
}

/** The SHA-256 of the report's bytes for each of the cases: answers (JSON) and a date (ISO). */
export async function digests(rules: Remote<WorkerApi>, cases: [answers: string, date: string][]): Promise<string[]> {
  const found: string[] = [];
  for (const [answers, date] of cases) {
    found.push(await sha256(await rules.call("report", answers, date)));
  }
  return found;
}

async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
