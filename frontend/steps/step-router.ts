/**
 * The router of the steps: the address names a place on the page, and the screen that holds it shows. So back and
 * forward work, each question can be linked to, and all on one page is the same page with every screen in sight.
 */

import { type Mode } from "../answers/form-mode.js";
import { placeIn } from "../ui/place.js";
import { openFolds, REVEAL } from "../ui/reveal.js";
import { Screens, stepOf } from "./screens.js";

const CURRENT = "kmop-current";
/** What somebody who turned a page begins to read. */
const HEADINGS = "h2:not(.kmop-all-only), h3, legend, label";

export class StepRouter {
  readonly screens: Screens;
  readonly #root: HTMLElement;
  readonly #changed: () => void;
  #current: HTMLElement;

  /**
   * @param root All that the steps are about.
   * @param changed Hears that another screen shows, or another view.
   */
  constructor(root: HTMLElement, changed: () => void) {
    this.#root = root;
    this.#changed = changed;
    this.screens = new Screens(root);
    this.#current = this.screens.all[0] as HTMLElement;
    root.addEventListener(REVEAL, ({ target }) => this.reveal(target as Element));
    for (const button of root.querySelectorAll<HTMLButtonElement>("[data-turn]")) {
      button.disabled = false;
      button.addEventListener("click", () => this.turn(button.dataset["turn"] === "back" ? -1 : 1));
    }
    for (const link of root.querySelectorAll<HTMLElement>("[data-view-link]")) {
      link.addEventListener("click", () => this.choose(link.dataset["viewLink"] === "all" ? "all" : "steps"));
    }
    addEventListener("hashchange", () => this.#follow());
  }

  get mode(): Mode {
    return this.#root.dataset["view"] === "all" ? "all" : "steps";
  }

  /** The screen that shows; in the view of everything the one that was gone to last. */
  get current(): HTMLElement {
    return this.#current;
  }

  /** Begin where the address says; the focus is nobody's to take yet. */
  start(): void {
    this.#place(this.#current);
    this.#follow(false);
  }

  /** Show the form in a view, as somebody chose. */
  choose(mode: Mode): void {
    this.show(mode);
    this.#changed();
  }

  /** Show the form in a view. */
  show(mode: Mode): void {
    if (this.mode === "all" && mode === "steps" && this.#isAtAll) {
      history.replaceState(history.state, "", `#${this.#current.id}`); // the address says what shows
    }
    this.#root.dataset["view"] = mode;
    for (const fold of this.#root.querySelectorAll<HTMLDetailsElement>(".kmop-points, .kmop-optional, .kmop-section")) {
      fold.open = mode === "all";
    }
  }

  /** Turn to the next screen, or one back, as a step in the history of the browser. */
  turn(places: 1 | -1): void {
    const screen = this.screens.beside(this.#current, places);
    if (screen !== null) {
      location.hash = screen.id;
    }
  }

  /** Go to a screen as if by its link, also where the address names it already. */
  go(screen: HTMLElement): void {
    if (placeIn(location.hash) === screen) {
      this.#arrive(screen, screen);
    } else {
      location.hash = screen.id;
    }
  }

  /** Show the screen that holds an element, which somebody else goes to. */
  reveal(element: Element): void {
    const screen = this.screens.of(element);
    if (screen !== null && screen !== this.#current) {
      history.pushState(history.state, "", `#${screen.id}`);
      this.#place(screen);
    }
  }

  #follow(takesFocus = true): void {
    if (this.#isAtAll) {
      if ("alone" in this.#current.dataset) {
        this.#place(this.screens.all[0] as HTMLElement);
      }
      return this.choose("all");
    }
    const place = placeIn(location.hash);
    const screen = place && this.#root.contains(place) ? this.screens.of(place) : null;
    if (place !== null && screen !== null) {
      this.#arrive(screen, place, takesFocus);
    }
  }

  #arrive(screen: HTMLElement, place: HTMLElement, takesFocus = true): void {
    this.#place(screen);
    const isWhole = place === screen || place.contains(screen);
    const target = isWhole ? (screen.querySelector<HTMLElement>(HEADINGS) ?? screen) : place;
    openFolds(target);
    if (target.tabIndex < 0) {
      target.tabIndex = -1;
    }
    if (takesFocus) {
      target.focus({ preventScroll: true });
    }
    (isWhole && this.mode === "steps" ? this.#root : place).scrollIntoView({ block: "start" });
  }

  #place(screen: HTMLElement): void {
    this.#current = screen;
    this.#root.dataset["at"] = screen === this.screens.all[0] ? "start" : stepOf(screen) === "result" ? "end" : "inside";
    for (const each of this.screens.all) {
      each.classList.toggle(CURRENT, each === screen);
    }
    for (const item of this.#root.querySelectorAll<HTMLElement>(".kmop-stepper [data-step]")) {
      const link = item.querySelector("a");
      const isHere = item.dataset["step"] === stepOf(screen);
      isHere ? link?.setAttribute("aria-current", "step") : link?.removeAttribute("aria-current");
    }
    this.#changed();
  }

  get #isAtAll(): boolean {
    const link = this.#root.querySelector<HTMLAnchorElement>("[data-view-link='all']");
    return link !== null && location.hash.endsWith(link.hash);
  }
}
