/** Saving as answers are given. */

import type { Answers } from "./answers.js";
import type { Store } from "./store.js";

/**
 * Wrap a store so that it can be called at every keystroke.
 *
 * Every call is handed to the browser at once, which does them in order: a page that goes away does not
 * get the time for what it had put off.
 *
 * @param saved Hears of every attempt, whether it worked.
 * @returns A function that keeps these answers, or with null keeps none any more.
 */
export function autosave(
  store: Store,
  saved: (worked: boolean, answers: Answers | null) => void,
): (answers: Answers | null) => void {
  return (answers) => {
    const done = answers === null ? store.wipe() : store.save(answers);
    done.then(
      () => saved(true, answers),
      () => saved(false, answers),
    );
  };
}
