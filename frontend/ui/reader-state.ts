/** What the reader did in a part of the page, kept while that part is rendered from nothing. */

/** What holds something that no template sets: whether it is unfolded, what is chosen in it. */
const TOUCHED = "details, select, input[type=checkbox]";

/** Render, and put back what is unfolded or chosen, and where the focus was. */
export function keepReaderState(root: HTMLElement, renderAnew: () => void): void {
  const focused = root.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
  const focusedKey = focused && keyOf(focused, root);
  const selection = selectionOf(focused);
  const before = new Map([...root.querySelectorAll(TOUCHED)].map((each) => [keyOf(each, root), each]));
  focused?.blur(); // whoever listens does so now, and not in the midst of it
  renderAnew();
  for (const each of root.querySelectorAll(TOUCHED)) {
    takeOver(each, before.get(keyOf(each, root)));
  }
  if (focusedKey !== null) {
    focusAgain(root, focusedKey, selection);
  }
}

function takeOver(element: Element, old: Element | undefined): void {
  if (element instanceof HTMLDetailsElement && old instanceof HTMLDetailsElement) {
    element.open = old.open;
  } else if (element instanceof HTMLSelectElement && old instanceof HTMLSelectElement) {
    element.value = old.value;
  } else if (element instanceof HTMLInputElement && old instanceof HTMLInputElement) {
    element.checked = old.checked;
  }
}

function focusAgain(root: HTMLElement, key: string, selection: [number, number] | null): void {
  const found = [...root.querySelectorAll<HTMLElement>("a, button, input, select, summary, textarea, [tabindex]")];
  const element = found.find((each) => keyOf(each, root) === key);
  element?.focus({ preventScroll: true });
  if (element instanceof HTMLInputElement && selection !== null) {
    element.setSelectionRange(...selection);
  }
}

function selectionOf(element: HTMLElement | null): [number, number] | null {
  const { selectionStart = null, selectionEnd = null } = element instanceof HTMLInputElement ? element : {};
  return selectionStart === null || selectionEnd === null ? null : [selectionStart, selectionEnd];
}

/** Where an element stands, by what its ancestors are about or else their order; what a translator puts in counts not. */
function keyOf(element: Element, root: Element): string {
  const steps: string[] = [];
  for (let each: Element | null = element; each !== null && each !== root; each = each.parentElement) {
    if (each.localName !== "font") {
      steps.unshift(stepOf(each));
    }
  }
  return steps.join(" > ");
}

function stepOf(element: Element): string {
  const like = [...(element.parentElement?.children ?? [])].filter((each) => subjectOf(each) === subjectOf(element));
  return `${subjectOf(element)} ${like.indexOf(element)}`;
}

/** What an element is about, by its data; without a value they are marks, as the theme sets one for the focus. */
function subjectOf(element: Element): string {
  const data = element instanceof HTMLElement ? Object.values(element.dataset) : [];
  return [element.localName, element.id, ...data].filter(Boolean).join(" ");
}
