/** Watchdog timer: notices that somebody who was asked something gives no sign of life for too long. */

export class Watchdog {
  readonly #patienceMs: number;
  readonly #bark: () => void;
  #awaited = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param bark Is called once nothing was heard for so long. */
  constructor(patienceMs: number, bark: () => void) {
    this.#patienceMs = patienceMs;
    this.#bark = bark;
  }

  /** Whether nothing is awaited. */
  get isIdle(): boolean {
    return this.#awaited === 0;
  }

  /** Something was asked. */
  begin(): void {
    this.#awaited += 1;
    if (this.#awaited === 1) {
      this.alive();
    }
  }

  /** Something was answered; other questions may still wait their turn. */
  end(): void {
    this.#awaited -= 1;
    this.alive();
  }

  /** There was a sign of life. */
  alive(): void {
    clearTimeout(this.#timer);
    if (this.#awaited > 0) {
      this.#timer = setTimeout(this.#bark, this.#patienceMs);
    }
  }
}
