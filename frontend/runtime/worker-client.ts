/** Worker client, the page's side of the worker: starting it, asking it, noticing that it died, starting it again. */

import { proxy, type Remote, wrap } from "comlink";
import type { Outcome } from "../contract/outcome.js";
import {
  type Progress,
  type Questions,
  type RulesQuestion,
  type Runtime,
  type Step,
  StepError,
  stepOf,
  type WorkerApi,
} from "../contract/worker.js";
import { deferred } from "./downloads.js";
import { prepareNextStart } from "./prepare-snapshot.js";
import { applyDelta, noRevision, type ViewRevision } from "./view-delta.js";
import { Watchdog } from "./watchdog.js";

/** A calculation takes a second, on a slow phone some; what takes longer is told. */
const SLOW_MS = 8000;
/** After so long without any answer, or any news of a start, the worker is given up. */
const HUNG_MS = 60_000;
const START_HUNG_MS = 120_000;
/** A worker that has nothing to do answers at once; browsers may end one without a word, as on phones. */
const SILENT_MS = 15_000;

/** What the page hears. */
export interface RulesClientEvents {
  progressed(progress: Progress): void;
  ready(): void;
  /** An answer takes long; or it is there, or will not come. */
  slow(isSlow: boolean): void;
  /** The worker died or hung, and another is started in its place. */
  restarting(): void;
  failed(step: Step): void;
}

interface Running {
  worker: Worker;
  remote: Remote<WorkerApi>;
  /** Rejects when the worker dies or is given up; never resolves. */
  crash: Promise<never>;
  giveUp(reason: unknown): void;
  /** The view that this worker sent last; each worker counts anew. */
  revision: ViewRevision;
}

/** The rules for one page; a worker that fails after its start is replaced once, and after that `start` begins anew. */
export class RulesClient {
  readonly #address: string | URL;
  readonly #runtime: Runtime;
  readonly #listener: RulesClientEvents;
  readonly #slow = new Watchdog(SLOW_MS, () => this.#tellSlow(true));
  readonly #hung = new Watchdog(HUNG_MS, () => this.#running?.giveUp(new StepError("worker", "no answer")));
  readonly #prepares: boolean;
  #running: Running | null = null;
  #ready = false;
  #isSlow = false;
  #isReplaced = false;

  /**
   * @param address Where the worker's script is.
   * @param runtime Where its parts are.
   * @param prepares Whether the next start is prepared, for which something is kept in this browser.
   */
  constructor(address: string | URL, runtime: Runtime, listener: RulesClientEvents, prepares = true) {
    this.#address = address;
    this.#runtime = runtime;
    this.#listener = listener;
    this.#prepares = prepares;
  }

  get isReady(): boolean {
    return this.#ready;
  }

  async start(): Promise<void> {
    this.#isReplaced = false;
    await this.#start(true);
  }

  /** Let the worker go, whatever it is busy with; who waits for an answer gets null. */
  stop(): void {
    this.#stop();
  }

  /** @param wake Whether what an earlier start left may be woken up. */
  async #start(wake: boolean): Promise<void> {
    this.#stop();
    let running: Running | null = null;
    try {
      running = this.#running = launch(this.#address, this.#runtime);
      const fromSnapshot = await this.#started(running, wake);
      if (fromSnapshot === null) {
        await this.#start(false);
        return;
      }
      this.#ready = true;
      if (!fromSnapshot && this.#prepares) {
        prepareNextStart(this.#address, this.#runtime);
      }
      running.crash.catch((error: unknown) => this.#fail(error, running));
      this.#listener.ready();
    } catch (error) {
      this.#fail(error, running);
    }
  }

  async #started(running: Running, wake: boolean): Promise<boolean | null> {
    let step: Step = "worker";
    const hung = new Watchdog(START_HUNG_MS, () => running.giveUp(new StepError(step, "no news")));
    // What a stopped worker had sent before still arrives, and is no news any more.
    const hear = (progress: Progress): void => {
      if (running === this.#running) {
        ({ step } = progress);
        hung.alive();
        this.#listener.progressed(progress);
      }
    };
    hung.begin();
    try {
      return await Promise.race([running.remote.start(this.#runtime, proxy(hear), wake), running.crash]);
    } finally {
      hung.end();
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
    ...given: Questions[Name]["takes"]
  ): Promise<Questions[Name]["gives"] | null> {
    return this.#call(question, given, (answer) => answer);
  }

  async #call<Name extends RulesQuestion, Answer>(
    question: Name,
    given: Questions[Name]["takes"],
    read: (answer: Questions[Name]["gives"], running: Running) => Answer,
  ): Promise<Answer | null> {
    const running = this.#running;
    if (running === null || !this.#ready) {
      return null;
    }
    if (this.#hung.isIdle) {
      void this.#ping(running);
    }
    this.#slow.begin();
    this.#hung.begin();
    try {
      const text = await Promise.race([running.remote.call(question, ...given), running.crash]);
      return read(JSON.parse(text) as Questions[Name]["gives"], running);
    } catch (error) {
      this.#fail(stepOf(error) === null ? new StepError("first", error) : error, running);
      return null;
    } finally {
      this.#hung.end();
      this.#slow.end();
      this.#tellSlow(false);
    }
  }

  /** Find out whether an idle worker is still there (heartbeat), before it is asked what may take a while. */
  async #ping({ remote, crash, giveUp }: Running): Promise<void> {
    const silent = new Watchdog(SILENT_MS, () => giveUp(new StepError("worker", "silent")));
    silent.begin();
    await Promise.race([remote.ping(), crash]).catch(() => undefined);
    silent.end();
  }

  #tellSlow(isSlow: boolean): void {
    if (isSlow !== this.#isSlow) {
      this.#isSlow = isSlow;
      this.#listener.slow(isSlow);
    }
  }

  #fail(error: unknown, running: Running | null): void {
    if (running !== this.#running) {
      return; // one that was replaced already
    }
    console.error(error);
    if (this.#ready && !this.#isReplaced) {
      this.#isReplaced = true;
      this.#listener.restarting();
      void this.#start(true);
      return;
    }
    this.#stop();
    this.#listener.failed(stepOf(error) ?? "worker");
  }

  /** Let the worker go; whoever waits for it waits no longer. */
  #stop(): void {
    const stopped = this.#running;
    this.#running = null;
    this.#ready = false;
    stopped?.worker.terminate();
    stopped?.giveUp(new StepError("worker", "stopped"));
  }
}

function launch(address: string | URL, runtime: Runtime): Running {
  // A page opened as a file may have no modules as workers; its worker is one script.
  const worker = new Worker(address, { type: runtime.parts === undefined ? "module" : "classic" });
  const { promise: crash, reject: giveUp } = deferred<never>();
  crash.catch(() => undefined); // told where something is waited for
  const died = (event: Event): void => giveUp(new StepError("worker", event.type));
  worker.addEventListener("error", died);
  worker.addEventListener("messageerror", died);
  return { worker, remote: wrap<WorkerApi>(worker), crash, giveUp, revision: noRevision };
}
