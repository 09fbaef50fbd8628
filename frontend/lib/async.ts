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

/**
 * Yield to the browser, and go on as soon as it has nothing more pressing; at once while nobody sees the page, where
 * that is slow.
 */
export function yieldToBrowser(): Promise<void> {
  return document.hidden ? Promise.resolve() : new Promise((go) => setTimeout(go));
}
