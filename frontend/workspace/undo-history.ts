/** Undo history: taking back the last changes of this visit (undo), and making them again (redo). */

const MAX_DEPTH = 100;
/** Typing on in one answer is one change. */
const MERGE_WINDOW_MS = 3000;

/** Two piles of states: those before now, and those taken back. */
export class UndoHistory<State> {
  #before: State[] = [];
  #after: State[] = [];
  #last: { name: string; at: number } | null = null;

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  get canRedo(): boolean {
    return this.#after.length > 0;
  }

  /**
   * Remember the state before something was typed or chosen; typing on in one answer is one change.
   *
   * @param names The answers that changed.
   */
  record(before: State, names: readonly string[], now: number): void {
    const [name] = names;
    if (name === undefined) {
      return;
    }
    if (names.length !== 1) {
      this.recordApart(before);
      return;
    }
    if (!this.#isTypingOn(name, now)) {
      this.recordApart(before);
    }
    this.#last = { name, at: now };
  }

  /** Remember the state before a change that is taken back by itself, such as opening a file. */
  recordApart(before: State): void {
    this.#before = [...this.#before, before].slice(-MAX_DEPTH);
    this.#after = [];
    this.#last = null;
  }

  /** The state before the last change; null when there is none. */
  undo(now: State): State | null {
    this.#last = null;
    const state = this.#before.pop() ?? null;
    if (state !== null) {
      this.#after.push(now);
    }
    return state;
  }

  /** The state that was taken back last; null when there is none. */
  redo(now: State): State | null {
    this.#last = null;
    const state = this.#after.pop() ?? null;
    if (state !== null) {
      this.#before.push(now);
    }
    return state;
  }

  clear(): void {
    this.#before = [];
    this.#after = [];
    this.#last = null;
  }

  /** A clock that was set back tells of no typing on. */
  #isTypingOn(name: string, now: number): boolean {
    const passed = this.#last?.name === name ? now - this.#last.at : Infinity;
    return passed >= 0 && passed < MERGE_WINDOW_MS;
  }
}
