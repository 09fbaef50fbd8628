/**
 * Folds that open: one that the address names stands open, since browsers unfold what is around a place, but not a fold
 * that is the place; and what an answer of the chooser asks next comes into view.
 */

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

/** Let the answers that an answer brings be seen whole, as far as they fit; what is in view already stays in its place. */
export function bindChooser(root: ParentNode): void {
  for (const fold of root.querySelectorAll<HTMLDetailsElement>(".kmop-fork-more")) {
    fold.addEventListener("toggle", () => {
      if (fold.open) {
        const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
        fold.scrollIntoView({ block: "nearest", behavior });
      }
    });
  }
}
