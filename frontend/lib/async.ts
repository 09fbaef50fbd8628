/** Work that takes a while: coalescing requests, a signal to wait for, yielding to the browser. */

/**
 * Coalesces requests: wraps slow work so that it never queues up, and always ends with the newest input.
 *
 * @param work Does one input; when it rejects, that is logged and the next one is done all the same.
 * @param idle Hears that nothing is left to do.
 * @returns A function to call at every change; while one input is worked on, only the newest request waits.
 */
export function runLatest<Input>(
  work: (input: Input) => Promise<void>,
  idle: () => void = () => undefined,
): (input: Input) => void {
  let waiting: { input: Input } | null = null;
  let busy = false;

  async function run(): Promise<void> {
    busy = true;
    while (waiting !== null) {
      const { input } = waiting;
      waiting = null;
      await work(input).catch(console.error);
    }
    busy = false;
    idle();
  }

  return (input) => {
    waiting = { input };
    if (!busy) {
      void run();
    }
  };
}

/** A signal: each release lets on whoever waits for it then, and nobody who comes later. */
export class Signal {
  #waiting: (() => void)[] = [];

  /** Wait for the next release. */
  wait(): Promise<void> {
    return new Promise((go) => this.#waiting.push(go));
  }

  /** Let go on whoever waits. */
  release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) {
      go();
    }
  }
}

/** Semaphore: lets so many go on at a time; the others wait in the order in which they came. */
export class Semaphore {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /** @param places How many may go on at a time. */
  constructor(places: number) {
    this.#free = places;
  }

  /** Do work once there is a place for it, which is free again when the work has ended, well or badly. */
  async run<Value>(work: () => Promise<Value>): Promise<Value> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
    } else {
      await new Promise<void>((go) => this.#waiting.push(go));
    }
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) {
      next();
    } else {
      this.#free += 1;
    }
  }
}

/**
 * Yield to the browser, and go on as soon as it has nothing more pressing; at once while nobody sees the page, where
 * that is slow.
 */
export function yieldToBrowser(): Promise<void> {
  return document.hidden ? Promise.resolve() : new Promise((go) => setTimeout(go));
}
