/** Alt+R: to the result, and from there back to the question that one was at. */

import type { StepRouter } from "./step-router.js";

/** Bind the key; on a Mac it writes another letter, so the key itself counts there. */
export function bindShortcut(router: StepRouter, result: HTMLElement): void {
  let before: HTMLElement | null = null;
  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event) || document.querySelector("dialog[open]") !== null) {
      return;
    }
    event.preventDefault();
    if (router.current === result) {
      router.go(before ?? (router.screens.path[0] as HTMLElement));
    } else {
      before = router.current;
      router.go(result);
    }
  });
}

function isShortcut(event: KeyboardEvent): boolean {
  const plain = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  return plain && event.code === "KeyR";
}
