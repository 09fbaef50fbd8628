/** Saving as answers are given: at once, and while one is being written only the newest waits. */

import type { Answers } from "./answers.js";
import { latest } from "./latest.js";
import type { Store } from "./store.js";

/**
 * Wrap a store so that it can be called at every keystroke.
 *
 * There is no pause before writing: a page that goes away may not get the time for it any more.
 *
 * @param saved Hears of every attempt, whether it worked.
 * @returns A function that keeps these answers, or with null keeps none any more.
 */
export function autosave(
  store: Store,
  saved: (worked: boolean, answers: Answers | null) => void,
): (answers: Answers | null) => void {
  return latest(async (answers) => {
    try {
      await (answers === null ? store.wipe() : store.save(answers));
      saved(true, answers);
    } catch {
      saved(false, answers);
    }
  });
}
