/** Worker client, the page's side of the worker: starting it, asking it, noticing that it died, starting it again. */

import { proxy, type Remote, wrap } from "comlink";
import type { Outcome } from "../contract/outcome.js";
import {
  type Progress,
  type RulesApi,
  type RulesQuestion,
  type Runtime,
  type Step,
  StepError,
  stepOf,
  type WorkerApi,
} from "../contract/worker.js";
import { prepareNextStart } from "./prepare-snapshot.js";
import { applyDelta, noRevision, type ViewRevision } from "./view-delta.js";

/** What the page hears. */
export interface RulesClientEvents {
  progressed(progress: Progress): void;
  ready(): void;
  failed(step: Step): void;
}

interface Running {
  worker: Worker;
  remote: Remote<WorkerApi>;
  /** Rejects when the worker dies; never resolves. */
  crash: Promise<never>;
  /** The view that this worker sent last; each worker counts anew. */
  revision: ViewRevision;
}

/** The rules for one page; after a failure `start` begins anew. */
export class RulesClient {
  readonly #address: string | URL;
  readonly #runtime: Runtime;
  readonly #listener: RulesClientEvents;
  #running: Running | null = null;
  #ready = false;

  /**
   * @param address Where the worker's script is.
   * @param runtime Where its parts are.
   */
  constructor(address: string | URL, runtime: Runtime, listener: RulesClientEvents) {
    this.#address = address;
    this.#runtime = runtime;
    this.#listener = listener;
  }

  get isReady(): boolean {
    return this.#ready;
  }

  async start(): Promise<void> {
    this.#stop();
    let running: Running | null = null;
    // What a stopped worker had sent before still arrives, and is no news any more.
    const hear = (progress: Progress): void => {
      if (running !== null && running === this.#running) {
        this.#listener.progressed(progress);
      }
    };
    try {
      running = launch(this.#address, this.#runtime);
      this.#running = running;
      const fromSnapshot = await Promise.race([running.remote.start(this.#runtime, proxy(hear)), running.crash]);
      this.#ready = true;
      if (!fromSnapshot) {
        prepareNextStart(this.#address, this.#runtime);
      }
      running.crash.catch((error: unknown) => this.#fail(error, running));
      this.#listener.ready();
    } catch (error) {
      this.#fail(error, running);
    }
  }

  /** Assess answers (JSON) for a date (ISO); null when the worker failed, of which the listener heard. */
  assess(answers: string, date: string): Promise<Outcome | null> {
    const before = this.#running?.revision ?? noRevision;
    return this.#call("assess", [answers, date, before.number], (delta, running) => {
      const [outcome, revision] = applyDelta(delta, before);
      running.revision = revision;
      return outcome;
    });
  }

  /** Ask anything else; null when there is no answer, or the worker failed, of which the listener heard. */
  ask<Name extends RulesQuestion>(
    question: Name,
    ...given: RulesApi[Name]["takes"]
  ): Promise<RulesApi[Name]["gives"] | null> {
    return this.#call(question, given, (answer) => answer);
  }

  async #call<Name extends RulesQuestion, Answer>(
    question: Name,
    given: RulesApi[Name]["takes"],
    read: (answer: RulesApi[Name]["gives"], running: Running) => Answer,
  ): Promise<Answer | null> {
    const running = this.#running;
    if (running === null || !this.#ready) {
      return null;
    }
    try {
      const text = await Promise.race([running.remote.call(question, ...given), running.crash]);
      return read(JSON.parse(text) as RulesApi[Name]["gives"], running);
    } catch (error) {
      this.#fail(stepOf(error) === null ? new StepError("first", error) : error, running);
      return null;
    }
  }

  #fail(error: unknown, running: Running | null): void {
    if (running !== this.#running) {
      return; // one that was replaced already
    }
    console.error(error);
    this.#stop();
    this.#listener.failed(stepOf(error) ?? "worker");
  }

  #stop(): void {
    this.#running?.worker.terminate();
    this.#running = null;
    this.#ready = false;
  }
}

function launch(address: string | URL, runtime: Runtime): Running {
  // A page opened as a file may have no modules as workers; its worker is one script.
  const worker = new Worker(address, { type: runtime.parts === undefined ? "module" : "classic" });
  const crash = new Promise<never>((_, reject) => {
    const died = (event: Event): void => reject(new StepError("worker", event.type));
    worker.addEventListener("error", died);
    worker.addEventListener("messageerror", died);
  });
  return { worker, remote: wrap<WorkerApi>(worker), crash, revision: noRevision };
}
