/** The page's side of the worker: starting it, asking it, noticing that it died, starting it again. */

import { proxy, type Remote, wrap } from "comlink";
import type { Compared, WhatIfResult } from "../contract/comparison.js";
import type { Folder } from "../contract/folder.js";
import type { Calculation } from "../contract/view.js";
import {
  type Migrated,
  type Outcome,
  type Progress,
  type Runtime,
  type Step,
  StepError,
  stepOf,
  type ViewDelta,
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
  /** What was last told by this worker; each counts anew. */
  edition: ViewRevision;
}

/** One rules for the page; after a failure `start` begins anew. */
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
      const woken = await Promise.race([running.remote.start(this.#runtime, proxy(hear)), running.crash]);
      this.#ready = true;
      if (!woken) {
        prepareNextStart(this.#address, this.#runtime);
      }
      running.crash.catch((error: unknown) => this.#fail(error, running));
      this.#listener.ready();
    } catch (error) {
      this.#fail(error, running);
    }
  }

  /** Assess answers (JSON) for a date (ISO); null when the worker failed, of which the listener heard. */
  async assess(answers: string, date: string): Promise<Outcome | null> {
    const had = this.#running?.edition ?? noRevision;
    return this.#ask<Outcome>(
      (remote) => remote.assess(answers, date, had.number),
      (news, running) => {
        const [outcome, has] = applyDelta(JSON.parse(news) as ViewDelta, had);
        running.edition = has;
        return outcome;
      },
    );
  }

  /** The report on answers (JSON) for a date (ISO), its keys in order; null when there is none. */
  async report(answers: string, date: string): Promise<object | null> {
    return this.#ask<object>((remote) => remote.report(answers, date));
  }

  /** Bring answers (JSON) to this version of the norm; null when the worker failed, of which the listener heard. */
  async migrate(answers: string): Promise<Migrated | null> {
    return this.#ask<Migrated>((remote) => remote.carry(answers));
  }

  /** The folder to take along for answers (JSON) and a date (ISO); null when there is none. */
  async folder(answers: string, date: string): Promise<Folder | null> {
    return this.#ask<Folder>((remote) => remote.folder(answers, date));
  }

  /** What follows from the scenarios in answers (JSON) for a date (ISO); null when there is nothing to tell. */
  async whatIf(answers: string, date: string): Promise<WhatIfResult | null> {
    return this.#ask<WhatIfResult>((remote) => remote.whatIf(answers, date));
  }

  /** Assessments (a list in JSON) side by side for a date (ISO); null when the worker failed. */
  async compare(documents: string, date: string): Promise<Compared | null> {
    return this.#ask<Compared>((remote) => remote.compare(documents, date));
  }

  /** The calculations of these conclusions, for answers (JSON) and a date (ISO); null when there are none. */
  async explain(answers: string, date: string, keys: string[]): Promise<Record<string, Calculation> | null> {
    return this.#ask((remote) => remote.explain(answers, date, JSON.stringify(keys)));
  }

  async #ask<Answer>(
    ask: (remote: Remote<WorkerApi>) => Promise<string>,
    read: (text: string, running: Running) => Answer | null = (text) => JSON.parse(text) as Answer | null,
  ): Promise<Answer | null> {
    const running = this.#running;
    if (running === null || !this.#ready) {
      return null;
    }
    try {
      return read(await Promise.race([ask(running.remote), running.crash]), running);
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
  return { worker, remote: wrap<WorkerApi>(worker), crash, edition: noRevision };
}
