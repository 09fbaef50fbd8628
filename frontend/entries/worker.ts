/** The worker: Python and the rules, away from the page so that typing never waits. */

import { expose } from "comlink";
import { type Driver, loadDriver, makeSnapshot } from "../runtime/bootstrap.js";
import { type Engine, StepError } from "../contract/worker.js";

let driver: Driver | null = null;

const engine: Engine = {
  async start(runtime, onProgress) {
    const loaded = await loadDriver(runtime, (progress) => onProgress(progress));
    driver = loaded.driver;
    return loaded.woken;
  },
  prepareNext(runtime) {
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

function started(): Driver {
  if (driver === null) {
    throw new StepError("worker", "not started");
  }
  return driver;
}

expose(engine);
