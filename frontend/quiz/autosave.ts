/** Whether the test is kept, and what is kept of it: nothing until the reader asks for it. */

import * as store from "./storage.js";
import { restoreAttempt, type AttemptState } from "./schedule.js";

const FORMAT = "kmop-quiz/1";

/** A test with the number of its series. */
export interface Attempt {
  sitting: AttemptState;
  series: number;
}

/** A test that was kept, and when. */
export interface SavedAttempt extends Attempt {
  saved_at: string;
}

/** Why nothing is kept any more, as the id of what to say. */
export type QuizStorageError = "gone" | "unavailable";

export class QuizAutosave {
  readonly #failed: (error: QuizStorageError) => void;
  /** The reader asked for it, and it works. */
  #isOn = false;
  /** Something of a test stands in this browser. */
  #isThere = false;
  #last = Promise.resolve();

  constructor(failed: (error: QuizStorageError) => void) {
    this.#failed = failed;
  }

  /** What an earlier visit kept; null when there is nothing to go on with. */
  async restore(known: ReadonlySet<string>): Promise<SavedAttempt | null> {
    await this.#last;
    const value = await store.readAttempt().catch(() => null);
    this.#isThere = value !== null;
    return read(value, known);
  }

  /** Begin to keep, or leave it; what was kept before makes place. */
  begin(attempt: Attempt, isAsked: boolean): Promise<void> {
    this.#isOn = isAsked;
    return isAsked ? this.#inTurn(() => this.#write(attempt)) : this.forget();
  }

  /** Go on with what was kept, and go on keeping it, or leave that. */
  resume(isAsked: boolean): Promise<void> {
    this.#isOn = isAsked;
    return isAsked ? this.#last : this.forget();
  }

  /** Keep the newest state, unless it was wiped elsewhere. */
  update(attempt: Attempt): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#isOn && !(await store.update(written(attempt)))) {
        this.#stop("gone");
      }
    });
  }

  /** Take away what is kept, if there is anything. */
  forget(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#isThere) {
        this.#isThere = false;
        await store.forget();
      }
    });
  }

  async #write(attempt: Attempt): Promise<void> {
    await store.create(written(attempt));
    this.#isThere = true;
  }

  /** One after the other, so that nothing is brought back that was taken away. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work).catch(() => this.#stop("unavailable"));
    return this.#last;
  }

  #stop(error: QuizStorageError): void {
    this.#isOn = false;
    this.#failed(error);
  }
}

function written(attempt: Attempt): object {
  return { format: FORMAT, saved_at: new Date().toISOString(), ...attempt };
}

function read(value: unknown, known: ReadonlySet<string>): SavedAttempt | null {
  const record = (value ?? {}) as Partial<Record<keyof SavedAttempt | "format", unknown>>;
  const sitting = record.format === FORMAT ? restoreAttempt(record.sitting, known) : null;
  const [series, saved_at] = [Number(record.series), String(record.saved_at)];
  const isWhole = Number.isInteger(series) && !Number.isNaN(Date.parse(saved_at));
  return sitting && isWhole ? { sitting, series, saved_at } : null;
}
