/** The two ways through the form: the quick scan and the whole of it. Both show the same controls. */

export type Mode = "scan" | "full";

const KEY = "kmop-mode";

export class Modes {
  readonly #form: HTMLFormElement;
  readonly #changed: () => void;

  /**
   * @param changed Hears that other questions show.
   * @param refined Hears that the reader goes on from the scan to the points.
   */
  constructor(form: HTMLFormElement, changed: () => void, refined: () => void) {
    this.#form = form;
    this.#changed = changed;
    for (const button of this.#buttons()) {
      button.addEventListener("click", () => this.choose(modeOf(button)));
    }
    form.querySelector("[data-refine]")?.addEventListener("click", () => {
      this.choose("full");
      refined();
    });
    form.querySelector<HTMLElement>(".kmop-modes")?.toggleAttribute("hidden", false);
    // Before anything else follows the link: what it leads to must show.
    document.addEventListener("click", (event) => this.#reveal(event.target), true);
    this.#show(remembered());
  }

  get mode(): Mode {
    return this.#form.dataset["mode"] === "scan" ? "scan" : "full";
  }

  /** Show the other questions; the answers stay. */
  choose(mode: Mode): void {
    this.#show(mode);
    this.#changed();
  }

  /** Remember the mode beside answers that are kept, and only then. */
  remember(isEmpty: boolean): void {
    try {
      if (isEmpty) {
        localStorage.removeItem(KEY);
      } else {
        localStorage.setItem(KEY, this.mode);
      }
    } catch {
      // Nothing may be kept here; the page says so about the answers themselves.
    }
  }

  #show(mode: Mode): void {
    this.#form.dataset["mode"] = mode;
    for (const button of this.#buttons()) {
      button.setAttribute("aria-pressed", String(modeOf(button) === mode));
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

function modeOf(button: HTMLElement): Mode {
  return button.dataset["modeChoice"] === "scan" ? "scan" : "full";
}

function remembered(): Mode {
  try {
    return localStorage.getItem(KEY) === "scan" ? "scan" : "full";
  } catch {
    return "full";
  }
}
