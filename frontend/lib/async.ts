/** Work that never queues up: while one piece is done, only the newest request waits. */

/**
 * Wrap slow work so that it always ends with the newest input.
 *
 * @param work Does one input; must not reject.
 * @param idle Hears that nothing is left to do.
 * @returns A function to call at every change.
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
      await work(input);
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

export class Signal {
  #waiting: (() => void)[] = [];

  /** Wait until it opens the next time. */
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

/** Go on as soon as the browser has nothing more pressing; at once while nobody sees the page, where that is slow. */
export function yieldToBrowser(): Promise<void> {
  return document.hidden ? Promise.resolve() : new Promise((go) => setTimeout(go));
}
