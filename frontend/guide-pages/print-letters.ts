/** Letters on paper: the theme unfolds all there is before it prints; style sheets are told which stood open. */

/** Mark the letters that are shut while the page is printed. */
export function bindPrinting(root: ParentNode): void {
  const mark = (isPrinted: boolean): void => {
    for (const letter of root.querySelectorAll<HTMLDetailsElement>("details.kmop-mail")) {
      letter.toggleAttribute("data-shut", isPrinted && !letter.open);
    }
  };
  addEventListener("beforeprint", () => mark(true), { capture: true }); // before the theme unfolds them
  addEventListener("afterprint", () => mark(false));
}
