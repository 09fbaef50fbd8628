/** A fold that the address names stands open: browsers unfold what is around a place, but not a fold that is the place. */

/** Unfold an element, if it is a fold. */
export function unfold(element: Element | null): void {
  if (element instanceof HTMLDetailsElement) {
    element.open = true;
  }
}

/** Unfold what the address names, now and whenever a link on the page changes it. */
export function bindNamedFold(): void {
  const unfoldNamed = (): void => unfold(document.getElementById(location.hash.slice(1)));
  unfoldNamed();
  addEventListener("hashchange", unfoldNamed);
}
