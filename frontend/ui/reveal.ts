/** Asks that an element shows, whichever screen it stands on: an event, like the browser's own `beforematch`. */

export const REVEAL = "kmop-reveal";

/** Let the screen of an element show before it gets the focus. */
export function reveal(element: Element): void {
  element.dispatchEvent(new CustomEvent(REVEAL, { bubbles: true }));
}
