/** Lets an element show, whichever screen or fold it stands in. */

export const REVEAL = "kmop-reveal";

/** Ask that the screen of an element shows before it gets the focus: an event, like the browser's own `beforematch`. */
export function reveal(element: Element): void {
  element.dispatchEvent(new CustomEvent(REVEAL, { bubbles: true }));
}

/** Open the folds that an element lies in. */
export function openFolds(element: Element): void {
  for (let fold = element.closest("details"); fold !== null; fold = fold.parentElement?.closest("details") ?? null) {
    fold.open = true;
  }
}
