/** Saving as answers are given: shortly after the last one, and at once when the page goes away. */

import type { Answers } from "./answers.js";
import type { Store } from "./store.js";

const PAUSE_MS = 250;

export interface Autosave {
  /** Save these answers soon. */
  later(answers: Answers): void;
  /** Save now what was still to be saved. */
  flush(): Promise<void>;
  /** Forget what was still to be saved. */
  cancel(): void;
}

/**
 * @param saved Hears of every attempt, whether it worked.
 */
export function autosave(store: Store, saved: (worked: boolean) => void): Autosave {
  let waiting: Answers | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    const answers = waiting;
    waiting = null;
    if (answers !== null) {
      await store.save(answers).then(
        () => saved(true),
        () => saved(false),
      );
    }
  }

  return {
    flush,
    later(answers) {
      waiting = answers;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), PAUSE_MS);
    },
    cancel() {
      clearTimeout(timer);
      waiting = null;
    },
  };
}
