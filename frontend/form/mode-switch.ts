/** The two ways through the form: the quick scan and the whole of it. Both show the same controls. */

export type Mode = "scan" | "full";

/** Where the mode stood when the browser had one for all assessments together. */
const FORMER_KEY = "kmop-mode";

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
      button.addEventListener("click", () => this.choose(named(button.dataset["modeChoice"])));
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
    return named(this.#form.dataset["mode"]);
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

/** The mode of something that is kept; the whole form where it has none. */
export function modeOf(kept: { mode?: unknown }): Mode {
  return named(kept.mode);
}

/** The mode that an earlier page kept for every assessment, taken away from there; null when it kept none. */
export function takeFormerMode(): Mode | null {
  try {
    const found = localStorage.getItem(FORMER_KEY);
    localStorage.removeItem(FORMER_KEY);
    return found === null ? null : named(found);
  } catch {
    return null; // forbidden here, so it kept none
  }
}

function named(name: unknown): Mode {
  return name === "scan" ? "scan" : "full";
}

/** Whether the mode hides an element, and not what was answered. */
function isOutside(place: HTMLElement): boolean {
  return !place.checkVisibility() && place.closest("[hidden]") === null;
}
