/**
 * Validation errors shown beside their field and in a summary, once the reader has left the field, and gone once
 * mended.
 */

import { html, nothing } from "lit/html.js";
import type { Fault } from "../contract/outcome.js";
import type { Say } from "../lib/messages.js";
import { render } from "../ui/render.js";
import { markFaulty } from "./fields.js";
import { goTo } from "./navigation.js";
import { browserErrors, ruleErrors, type ValidationError } from "./validation.js";

/** How long the rules' judgement of a field waits while somebody types in it. */
const PAUSE_MS = 1200;
const SHOWN = 20;

export class ValidationMessages {
  readonly #form: HTMLFormElement;
  readonly #date: HTMLInputElement;
  readonly #say: Say;
  readonly #changed: (isAny: boolean) => void;
  readonly #area = document.createElement("div");
  #ruleErrors: ValidationError[] = [];
  #shown = new Set<string>();
  #summarised = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param date The date of the result, which stands outside the form.
   * @param changed Hears whether mistakes show, so that the result can be marked as older than they are.
   */
  constructor(
    form: HTMLFormElement,
    date: HTMLInputElement,
    say: Say,
    changed: (isAny: boolean) => void,
  ) {
    this.#form = form;
    this.#date = date;
    this.#say = say;
    this.#changed = changed;
    form.prepend(this.#area);
    for (const place of [form, date]) {
      place.addEventListener("input", () => this.#show());
      place.addEventListener("focusout", () => this.#show());
    }
  }

  /** Take up what the rules refuse; tells whether anything at all is wrong, so that there is no new result. */
  show(faults: Fault[]): boolean {
    this.#ruleErrors = ruleErrors(this.#form, faults, this.#say);
    this.#show();
    return this.#all().length > 0;
  }

  /** The names of the questions whose answer is refused. */
  get refused(): string[] {
    const names = new Set(this.#all().map(({ key }) => key));
    return [...names].filter((name) => this.#form.elements.namedItem(name) !== null);
  }

  #all(): ValidationError[] {
    const unread = browserErrors([...this.#form.elements, this.#date], this.#say);
    const keys = new Set(unread.map(({ key }) => key));
    return [...unread, ...this.#ruleErrors.filter(({ key }) => !keys.has(key))];
  }

  /** Show what is wrong, but not what is still being typed; after a pause also what the rules say of that. */
  #show(paused = false): void {
    const isDue = ({ key, control, unread }: ValidationError): boolean =>
      this.#shown.has(key) || control !== document.activeElement || (paused && !unread);
    const due = this.#all().filter(isDue);
    this.#shown = new Set(due.map(({ key }) => key));
    this.#mark(due);
    this.#changed(due.length > 0);
    this.#summarise(due);
    clearTimeout(this.#timer);
    this.#timer = paused ? undefined : setTimeout(() => this.#show(true), PAUSE_MS);
  }

  /** Draw the summary only when it says something else: an alert that is drawn anew is read out anew. */
  #summarise(errors: ValidationError[]): void {
    const words = errors.map(({ key, text }) => `${key} ${text}`).join("\n");
    if (words !== this.#summarised) {
      this.#summarised = words;
      render(errors.length > 0 ? this.#summary(errors) : nothing, this.#area);
    }
  }

  #summary(errors: ValidationError[]) {
    const more = errors.length - SHOWN;
    return html`<div class="kmop-errors" id="kmop-errors" role="alert" tabindex="-1">
      <h2>${this.#say("error.title")}</h2>
      <ul>${errors.slice(0, SHOWN).map((error) => html`<li>${this.#item(error)}</li>`)}</ul>
      ${more > 0 ? html`<p>${this.#say("fault.more", { n: more })}</p>` : nothing}
    </div>`;
  }

  #item({ control, question, text }: ValidationError) {
    const words = this.#say("error.item", { question, text });
    if (control === null) {
      return html`${words}`;
    }
    const go = (event: Event): void => {
      event.preventDefault();
      goTo(control);
    };
    const id = control.closest(".kmop-field")?.id ?? control.id;
    return html`<a href="#${id}" @click=${go}>${words}</a>`;
  }

  #mark(errors: ValidationError[]): void {
    for (const old of document.querySelectorAll<HTMLElement>(".kmop-error")) {
      unmark(old);
    }
    markFaulty(this.#form, new Set(errors.map(({ key }) => key)));
    this.#date.toggleAttribute("aria-invalid", false);
    for (const { control, key, text } of errors) {
      if (control !== null) {
        markBeside(control, key, this.#say("error.beside", { text }));
      }
    }
  }
}

/** Put the message where the eye and the screen reader meet it: above the field, or under the legend. */
function markBeside(control: HTMLInputElement, key: string, text: string): void {
  const isBox = control.type === "radio" || control.type === "checkbox";
  const group = isBox ? control.closest("fieldset") : null;
  const legend = group?.querySelector("legend");
  const message = document.createElement("p");
  message.className = "kmop-error";
  message.id = `error-${key}`;
  message.textContent = text;
  if (legend) {
    legend.after(message);
  } else {
    control.before(message);
  }
  control.setAttribute("aria-invalid", "true");
  describe(group ?? control, (ids) => [...ids, message.id]);
}

function unmark(message: HTMLElement): void {
  const described = document.querySelector(`[aria-describedby~="${CSS.escape(message.id)}"]`);
  if (described !== null) {
    describe(described, (ids) => ids.filter((id) => id !== message.id));
  }
  message.remove();
}

function describe(element: Element, change: (ids: string[]) => string[]): void {
  const ids = (element.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  const changed = change(ids);
  if (changed.length > 0) {
    element.setAttribute("aria-describedby", changed.join(" "));
  } else {
    element.removeAttribute("aria-describedby");
  }
}
