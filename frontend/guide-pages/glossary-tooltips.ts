/**
 * Tooltips: show what a term means beside it, on hover and on focus. Without this script a term is a link to the
 * glossary.
 *
 * As WCAG 1.4.13 asks, the meaning goes with Escape, stays while the pointer is over it, and stays until it is left.
 */

const GAP_PX = 6;
const LEAVING_MS = 200;

/**
 * Make what lets the terms of a part of the document show their meaning; one meaning shows at a time, and none of a part
 * that was there before.
 */
export function glossaryTooltips(root: Document): (part: ParentNode) => void {
  const tip = new Tooltip(root);
  root.addEventListener("keydown", (event) => event.key === "Escape" && tip.hide());
  root.addEventListener("pointerdown", (event) => tip.pressed(event));
  return (part) => {
    tip.hide();
    for (const term of part.querySelectorAll<HTMLAnchorElement>("a[data-term]")) {
      listen(term, tip);
    }
  };
}

function listen(term: HTMLAnchorElement, tip: Tooltip): void {
  term.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && tip.show(term));
  term.addEventListener("pointerleave", () => tip.leave());
  term.addEventListener("focus", () => tip.show(term));
  term.addEventListener("blur", () => tip.hide());
  term.addEventListener("click", (event) => tip.tapped(term, event));
}

class Tooltip {
  readonly #root: Document;
  readonly #box: HTMLElement;
  #term: HTMLAnchorElement | null = null;
  /** The term whose meaning was there already when a finger came down on it. */
  #shownBefore: HTMLAnchorElement | null = null;
  #touched = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(root: Document) {
    this.#root = root;
    this.#box = root.createElement("div");
    this.#box.className = "kmop-tip md-typeset";
    this.#box.setAttribute("role", "tooltip");
    this.#box.hidden = true;
    this.#box.addEventListener("pointerenter", () => clearTimeout(this.#leaving));
    this.#box.addEventListener("pointerleave", () => this.leave());
    (root.querySelector("main") ?? root.body).append(this.#box);
  }

  show(term: HTMLAnchorElement): void {
    clearTimeout(this.#leaving);
    const meaning = this.#root.getElementById(term.getAttribute("aria-describedby") ?? "");
    if (meaning === null || this.#term === term) {
      return;
    }
    this.#term = term;
    this.#box.textContent = meaning.textContent;
    this.#box.hidden = false;
    this.#place(term);
  }

  hide(): void {
    clearTimeout(this.#leaving);
    this.#box.hidden = true;
    this.#term = null;
  }

  /** The pointer may cross the gap to the meaning itself; a term that has the focus keeps it. */
  leave(): void {
    clearTimeout(this.#leaving);
    if (this.#term !== this.#root.activeElement) {
      this.#leaving = setTimeout(() => this.hide(), LEAVING_MS);
    }
  }

  pressed(event: PointerEvent): void {
    this.#touched = event.pointerType !== "mouse";
    this.#shownBefore = this.#term;
    if (!this.#box.contains(event.target as Node) && this.#term?.contains(event.target as Node) !== true) {
      this.hide();
    }
  }

  /** The first touch shows the meaning, the second goes where the link leads; and so does a key, which touches nothing. */
  tapped(term: HTMLAnchorElement, event: MouseEvent): void {
    const isByKey = event.detail === 0;
    if (this.#touched && !isByKey && this.#shownBefore !== term) {
      event.preventDefault();
      this.show(term);
    }
  }

  /** Below the term, or above it where there is no room, and never beyond the sides of the window. */
  #place(term: HTMLAnchorElement): void {
    const line = term.getClientRects()[0] ?? term.getBoundingClientRect();
    const box = this.#box.getBoundingClientRect();
    const most = this.#root.documentElement.clientWidth - box.width - GAP_PX;
    const below = line.bottom + GAP_PX;
    const fits = below + box.height <= innerHeight || line.top < box.height + GAP_PX;
    const top = fits ? below : line.top - GAP_PX - box.height;
    const origin = (this.#box.offsetParent ?? this.#root.body).getBoundingClientRect();
    this.#box.style.left = `${Math.max(GAP_PX, Math.min(line.left, most)) - origin.left}px`;
    this.#box.style.top = `${top - origin.top}px`;
  }
}
