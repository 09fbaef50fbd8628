/** The worker: Python and the rules, away from the page so that typing never waits. */

import { expose } from "comlink";
import { type RulesApi, startRules, makeSnapshot } from "../runtime/bootstrap.js";
import { type WorkerApi, StepError } from "../contract/worker.js";

let rules: RulesApi | null = null;

const engine: WorkerApi = {
  async start(runtime, onProgress) {
    const loaded = await startRules(runtime, (progress) => onProgress(progress));
    rules = loaded.rules;
    return loaded.fromSnapshot;
  },
  makeSnapshot(runtime) {
    return makeSnapshot(runtime);
  },
  assess(answers, date, edition) {
    return started().assess_json(answers, date, edition);
  },
  report(answers, date) {
    return started().report_json(answers, date);
  },
  carry(answers) {
    return started().carry_json(answers);
  },
  folder(answers, date) {
    return started().folder_json(answers, date);
  },
  whatIf(answers, date) {
    return started().what_if_json(answers, date);
  },
  compare(documents, date) {
    return started().compare_json(documents, date);
  },
  explain(answers, date, keys) {
    return started().explain_json(answers, date, keys);
  },
};

function started(): RulesApi {
  if (rules === null) {
    throw new StepError("worker", "not started");
  }
  return rules;
}

expose(engine);
