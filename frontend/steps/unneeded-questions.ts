/** Questions that are not this reader's: in the steps one line says how many, and shows them when asked (a disclosure). */

import type { Say } from "../lib/messages.js";

const SHOWN = "kmop-unneeded-shown";

/** Let each line show and hide the questions before it. */
export function bindUnneeded(form: HTMLFormElement): void {
  for (const line of linesIn(form)) {
    line.addEventListener("click", () => {
      const shown = line.parentElement?.classList.toggle(SHOWN) ?? false;
      line.setAttribute("aria-expanded", String(shown));
    });
  }
}

/** Say in each line how many there are now; none, no line. */
export function countUnneeded(form: HTMLFormElement, say: Say): void {
  for (const line of linesIn(form)) {
    const count = line.parentElement?.querySelectorAll(":scope > .kmop-field:not([hidden]) > .kmop-idle").length ?? 0;
    line.hidden = count === 0;
    line.textContent = say("progress.unneeded", { n: count });
  }
}

function linesIn(form: HTMLFormElement): HTMLButtonElement[] {
  return [...form.querySelectorAll<HTMLButtonElement>(".kmop-unneeded")];
}
