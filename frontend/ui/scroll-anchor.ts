/**
 * Scroll anchoring: what arrives late changes the page without moving what the reader is at, so that nobody clicks
 * beside what they aimed for.
 */

export class ScrollAnchor {
  readonly #area: HTMLElement;
  /** Whether the reader moved a pointer last, and not the keyboard. */
  #points = false;

  /** @param area Where the questions are; what is beside them scrolls by itself. */
  constructor(area: HTMLElement) {
    this.#area = area;
    for (const type of ["pointermove", "pointerdown"]) {
      addEventListener(type, () => (this.#points = true), { passive: true });
    }
    addEventListener("keydown", () => (this.#points = false));
  }

  /** Draw, and scroll along with what is under the pointer or else has the focus. */
  keepInPlace(draw: () => void): void {
    const held = this.#anchor();
    const before = held?.getBoundingClientRect().top ?? 0;
    draw();
    if (held !== undefined && held.getClientRects().length > 0) {
      scrollBy({ top: held.getBoundingClientRect().top - before, behavior: "instant" });
    }
  }

  #anchor(): Element | undefined {
    const pointed = [...this.#area.querySelectorAll(":hover")].at(-1);
    const both = this.#points ? [pointed, document.activeElement] : [document.activeElement, pointed];
    return both.find((each) => each != null && this.#area.contains(each) && isInSight(each)) ?? undefined;
  }
}

function isInSight(element: Element): boolean {
  const { top, height } = element.getBoundingClientRect();
  return height > 0 && top >= 0 && top < innerHeight;
}
