/** The letters on the page of a situation: what is answered stands in them, as long as the reader typed nothing there. */

import { sendBy } from "../guide-pages/copy-text.js";
import { type Chosen, type Letter, type Situation, stateOf } from "./decision-table.js";

/** A letter as somebody sends it who gave these answers. */
export function fillIn({ text, places }: Letter, { questions }: Situation, chosen: Chosen): string {
  const words = places.map(([on, byState]) => {
    const question = questions[on];
    return question && byState[stateOf(question, chosen(question.key))];
  });
  return text.replace(/\{(\d+)\}/g, (place, number) => words[Number(number)] ?? place);
}

/** Fill in the letters on the page, and what opens them in a mail program. */
export function showLetters(root: ParentNode, situation: Situation, chosen: Chosen): void {
  for (const letter of situation.letters) {
    const fold = root.querySelector(`#${letter.id}`);
    const area = fold?.querySelector("textarea");
    if (fold && area) {
      // The value that it came with: a browser shows it for as long as nothing was typed.
      area.defaultValue = fillIn(letter, situation, chosen);
      sendBy(fold.querySelector("[data-mail]"), area.value);
    }
  }
}

/** Let links to a letter unfold it; the address keeps the answers. */
export function bindLetterLinks(root: ParentNode): void {
  for (const fold of root.querySelectorAll<HTMLDetailsElement>("details.kmop-mail")) {
    for (const link of root.querySelectorAll(`a[href="#${fold.id}"]`)) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        fold.open = true;
        const summary = fold.querySelector("summary");
        summary?.focus({ preventScroll: true });
        summary?.scrollIntoView(); // which its margin keeps clear of the bars
      });
    }
  }
}
