/** Navigation through the questions: how far each part is, what is flagged, where the next open point is. */

import type { Say } from "../lib/messages.js";
import { readFields } from "./fields.js";
import { showFlagged } from "./flagged-questions.js";
import { openFolds, reveal } from "../ui/reveal.js";
import {
  controlOf,
  markUnneeded,
  nothingUnneeded,
  type Question,
  questionsIn,
  type Unneeded,
  unneededIn,
} from "./questions.js";

export class FormNavigation {
  readonly #form: HTMLFormElement;
  readonly #say: Say;
  readonly #announce: (text: string) => void;
  readonly #othersAsked: () => void;
  #unneeded: Unneeded = nothingUnneeded;
  /** Where in the form the reader was last; buttons outside it take the focus away. */
  #last: Node | null = null;

  /**
   * @param announce Says something to the reader at once.
   * @param othersAsked Hears that a new result puts other questions to this candidate.
   */
  constructor(form: HTMLFormElement, say: Say, announce: (text: string) => void, othersAsked: () => void) {
    this.#form = form;
    this.#say = say;
    this.#announce = announce;
    this.#othersAsked = othersAsked;
    form.addEventListener("focusin", ({ target }) => this.#remember(target));
    document.addEventListener("keydown", (event) => this.#press(event));
    for (const button of nextButtons()) {
      button.disabled = false;
      button.addEventListener("click", () => this.next());
    }
  }

  /** Take up which questions a new result does not put to this candidate. */
  setUnneeded(names: string[]): void {
    this.#unneeded = unneededIn(names);
    markUnneeded(this.#form, this.#unneeded, this.#say("progress.idle"));
    this.update();
    this.#othersAsked();
  }

  /** Count again; one answer over a whole requirement is no point of its own, but counts for each of its points. */
  update(): void {
    const questions = this.questions.filter(({ block }) => !block.matches(".kmop-scan"));
    for (const counter of document.querySelectorAll<HTMLElement>("[data-count]")) {
      const section = this.#section(counter.dataset["count"] ?? "");
      const text = this.#count(questions.filter(({ block }) => section?.contains(block)));
      if (counter.textContent !== text) {
        counter.textContent = text;
      }
    }
    showFlagged(this.#form, this.#say);
  }

  /** Go to the next open question after where the reader is; after the last begin again. */
  next(): void {
    const controls = this.questions
      .flatMap(({ open }) => open)
      .map((name) => controlOf(this.#form, name))
      .filter((control) => control !== null);
    const control = controls.find((each) => this.#isAhead(each)) ?? controls[0];
    if (control === undefined) {
      this.#announce(this.#say("progress.complete"));
    } else {
      goTo(control);
    }
  }

  /** Begin at the beginning again: the answers are gone. */
  restart(): void {
    this.#last = null;
  }

  /** Every question that is put to this candidate now, in order. */
  get questions(): Question[] {
    return questionsIn(this.#form, readFields(this.#form), this.#unneeded);
  }

  /** A step of the form, or a requirement, by its name. */
  #section(name: string): Element | null {
    return this.#form.querySelector(`[data-step="${name}"], [data-requirement="${name}"]`);
  }

  #count(questions: Question[]): string {
    const counted = questions.filter(({ counts }) => counts);
    const answered = counted.filter(({ open }) => open.length === 0).length;
    const of = counted.length;
    return of === 0 ? this.#say("progress.none") : this.#say("progress.count", { answered, of });
  }

  #isAhead(control: HTMLElement): boolean {
    const last = this.#last;
    if (last === null || isSameQuestion(last, control)) {
      return last === null;
    }
    return Boolean(last.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING);
  }

  #remember(target: EventTarget | null): void {
    if (target instanceof Element && target.closest(".kmop-field") !== null) {
      this.#last = target;
    }
  }

  #press(event: KeyboardEvent): void {
    if (isShortcut(event) && document.querySelector("dialog[open]") === null) {
      event.preventDefault();
      this.next();
    }
  }
}

/** Show a control with its question, and let the keyboard be there. */
export function goTo(control: HTMLElement): void {
  reveal(control);
  openFolds(control);
  control.focus({ preventScroll: true });
  (control.closest("fieldset, .kmop-field") ?? control).scrollIntoView({ block: "start" });
}

function nextButtons(): NodeListOf<HTMLButtonElement> {
  return document.querySelectorAll<HTMLButtonElement>("[data-next-open]");
}

function isSameQuestion(here: Node, control: HTMLElement): boolean {
  return (
    here === control ||
    (here instanceof HTMLInputElement &&
      control instanceof HTMLInputElement &&
      here.name === control.name)
  );
}

/** Alt+N; on a Mac that key writes a tilde, so the key itself counts there. */
function isShortcut(event: KeyboardEvent): boolean {
  const plain = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  return plain && (event.key.toLowerCase() === "n" || (event.key === "Dead" && event.code === "KeyN"));
}
