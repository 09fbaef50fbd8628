/** Rules on demand: for a page that starts Python only when its reader asks for something. */

import { type Progress, type Questions, type RulesQuestion, type Step } from "../contract/worker.js";
import { locateApp } from "./app-location.js";
import { RulesClient } from "./worker-client.js";

export interface OnDemandEvents {
  progressed(progress: Progress): void;
  /** Starting failed, or the rules did; to ask again starts them anew. */
  failed(step: Step): void;
}

/** Rules that start with the first question, or a little earlier. Nothing is left in the browser for a next start. */
export class RulesOnDemand {
  readonly #client: RulesClient;
  #starting: Promise<boolean> | null = null;

  /** @param script The address of the page's own script, beside which the parts are. */
  constructor(script: string, events: OnDemandEvents) {
    const { worker, runtime } = locateApp(script);
    const failed = (step: Step): void => {
      this.#starting = null;
      events.failed(step);
    };
    // The answer that was waited for is lost, and how far the client is with a start of its own is no news then.
    const restarting = (): void => failed("worker");
    const progressed = (progress: Progress): void => void (this.#starting && events.progressed(progress));
    const listener = { ready: () => undefined, slow: () => undefined, restarting, progressed, failed };
    this.#client = new RulesClient(worker, runtime, listener, false);
  }

  /**
   * Start already: the reader is busy with what the first question will be about.
   *
   * @returns Whether this call started them, and they are ready.
   */
  async prepare(): Promise<boolean> {
    const isFirst = this.#starting === null;
    this.#starting ??= this.#client.start().then(() => this.#client.isReady);
    return (await this.#starting) && isFirst;
  }

  /** Let them go, whatever they are busy with: what is asked gets null. The next question starts them anew. */
  stop(): void {
    this.#starting = null;
    this.#client.stop();
  }

  /** Ask, as soon as there is somebody to ask; null when the rules failed, of which the listener heard. */
  async ask<Name extends RulesQuestion>(
    question: Name,
    ...given: Questions[Name]["takes"]
  ): Promise<Questions[Name]["gives"] | null> {
    await this.prepare();
    return this.#client.ask(question, ...given);
  }
}
