/** Waiting together for something that may have to happen again later. */

export class Gate {
  #waiting: (() => void)[] = [];

  /** Wait until it opens the next time. */
  passed(): Promise<void> {
    return new Promise((go) => this.#waiting.push(go));
  }

  /** Let go on whoever waits. */
  open(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) {
      go();
    }
  }
}
