/** The worker: Python and the rules, away from the page so that typing never waits. */

import { expose } from "comlink";
import { StepError, type WorkerApi } from "../contract/worker.js";
import { makeSnapshot, type PythonRules, startRules } from "../runtime/bootstrap.js";

let rules: PythonRules | null = null;

const api: WorkerApi = {
  async start(runtime, onProgress, wake = true) {
    let told: void | Promise<void> = undefined;
    const started = await startRules(runtime, (progress) => void (told = onProgress(progress)), wake);
    await told; // goes another way than the answer, which on a busy page could come before it
    rules = started?.rules ?? null;
    return started?.fromSnapshot ?? null;
  },
  makeSnapshot,
  ping: () => true,
  call(question, ...given) {
    if (rules === null) {
      throw new StepError("worker", "not started");
    }
    return rules[`${question}_json`](...given);
  },
};

expose(api);
