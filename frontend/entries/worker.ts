/** The worker: Python and the rules, away from the page so that typing never waits. */

import { expose } from "comlink";
import { StepError, type WorkerApi } from "../contract/worker.js";
import { makeSnapshot, type PythonRules, startRules } from "../runtime/bootstrap.js";

let rules: PythonRules | null = null;

const api: WorkerApi = {
  async start(runtime, onProgress, wake = true) {
    const started = await startRules(runtime, (progress) => onProgress(progress), wake);
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
