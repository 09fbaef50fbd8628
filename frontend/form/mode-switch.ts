/**
 * The switch between the two ways through the form, the quick scan and the whole of it. Both show the same controls.
 */

import { type Mode, modeNamed } from "../answers/form-mode.js";

export class ModeSwitch {
  readonly #form: HTMLFormElement;
  readonly #changed: () => void;

  /**
   * @param changed Hears that the reader chose other questions.
   * @param refined Hears that the reader goes on from the scan to the points.
   */
  constructor(form: HTMLFormElement, changed: () => void, refined: () => void) {
    this.#form = form;
    this.#changed = changed;
    for (const button of this.#buttons()) {
      button.disabled = false;
      button.addEventListener("click", () => this.choose(modeNamed(button.dataset["modeChoice"])));
    }
    form.querySelector("[data-refine]")?.addEventListener("click", () => {
      this.choose("full");
      refined();
    });
    // Before anything else follows the link: what it leads to must show.
    document.addEventListener("click", (event) => this.#reveal(event.target), true);
    this.show("full");
  }

  get mode(): Mode {
    return modeNamed(this.#form.dataset["mode"]);
  }

  /** Let the reader go on with the other questions; the answers stay. */
  choose(mode: Mode): void {
    this.show(mode);
    this.#changed();
  }

  /** Show the questions of a mode. */
  show(mode: Mode): void {
    this.#form.dataset["mode"] = mode;
    for (const button of this.#buttons()) {
      button.setAttribute("aria-pressed", String(button.dataset["modeChoice"] === mode));
    }
    for (const fold of this.#form.querySelectorAll<HTMLDetailsElement>(".kmop-scan")) {
      fold.open = mode === "scan";
    }
  }

  #buttons(): HTMLButtonElement[] {
    return [...this.#form.querySelectorAll<HTMLButtonElement>("[data-mode-choice]")];
  }

  #reveal(clicked: EventTarget | null): void {
    const link = clicked instanceof Element ? clicked.closest<HTMLAnchorElement>("a[href^='#']") : null;
    const place = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (this.mode === "scan" && place && this.#form.contains(place) && isOutside(place)) {
      this.choose("full");
    }
  }
}

/** Whether the mode hides an element, and not what was answered. */
function isOutside(place: HTMLElement): boolean {
  return !place.checkVisibility() && place.closest("[hidden]") === null;
}
