/** The worker: Python and the rules, away from the page so that typing never waits. */

import { expose } from "comlink";
import { EXTENSION_OF, type ExtensionName, type RulesQuestion, StepError, type WorkerApi } from "../contract/worker.js";
import { makeSnapshot, type PythonRules, type StartedRules, startRules } from "../runtime/bootstrap.js";

let started: StartedRules | null = null;
const extensions = new Map<ExtensionName, Promise<PythonRules>>();

/** What answers a question: the rules, or an extension of them, which comes when it is first asked something. */
function answering(question: RulesQuestion, { rules, extend }: StartedRules): PythonRules | Promise<PythonRules> {
  if (!(question in EXTENSION_OF)) {
    return rules;
  }
  const name = EXTENSION_OF[question as keyof typeof EXTENSION_OF];
  const extension = extensions.get(name) ?? extend(name);
  extensions.set(name, extension);
  return extension;
}

const api: WorkerApi = {
  async start(runtime, onProgress, wake = true) {
    let told: void | Promise<void> = undefined;
    started = await startRules(runtime, (progress) => void (told = onProgress(progress)), wake);
    await told; // goes another way than the answer, which on a busy page could come before it
    return started?.fromSnapshot ?? null;
  },
  makeSnapshot,
  ping: () => true,
  async call(question, ...given) {
    if (started === null) {
      throw new StepError("worker", "not started");
    }
    return (await answering(question, started))[`${question}_json`](...given);
  },
};

expose(api);
