/** Validation: what is wrong with what stands in the form, refused by the rules or unreadable for the browser. */

import type { Fault } from "../contract/outcome.js";
import type { Say } from "../lib/messages.js";
import { nameOf } from "./fields.js";
import { placeInWords } from "./labels.js";

/** One thing that is wrong, with the control to mend it in where the form has one. */
export interface ValidationError {
  key: string;
  control: HTMLInputElement | null;
  /** The question that it is about, or its place in the document. */
  question: string;
  text: string;
  /** Whether the browser itself could not read what was typed. */
  unread: boolean;
}

/** Dates that are none: half a date, which the browser hands over as empty, or one outside the years that the field allows. */
export function browserErrors(controls: Iterable<Element>, say: Say): ValidationError[] {
  return [...controls].filter(isUnread).map((control) => ({
    key: control.name || control.id,
    control,
    question: questionOf(control),
    text: control.validity.badInput ? say("error.date") : say("error.year", yearsOf(control)),
    unread: true,
  }));
}

/** What the rules refuse, in words that suit a form. */
export function ruleErrors(form: HTMLFormElement, faults: Fault[], say: Say): ValidationError[] {
  return faults.map((fault) => {
    const key = nameOf(form, fault.path) ?? "";
    const control = form.querySelector<HTMLInputElement>(`[name="${CSS.escape(key)}"]`);
    return {
      key: key || fault.path.join("."),
      control,
      question: control === null ? placeInWords(form, fault.path, say) : questionOf(control),
      text: control?.dataset["number"] === "decimal" ? say("error.decimal") : fault.text,
      unread: false,
    };
  });
}

function isUnread(control: Element): control is HTMLInputElement {
  return control instanceof HTMLInputElement && control.type === "date" && !control.validity.valid;
}

function yearsOf({ min, max }: HTMLInputElement): { first: string; last: string } {
  return { first: min.slice(0, 4), last: max.slice(0, 4) };
}

/** The question in words; a point or a document goes before what is asked of it. */
function questionOf(control: HTMLInputElement): string {
  const isBox = control.type === "radio" || control.type === "checkbox";
  const own = isBox ? control.closest("fieldset")?.querySelector("legend") : control.labels?.[0];
  const heading = control.closest(".kmop-check-question")?.querySelector(".kmop-check-title");
  const texts = [heading, own].map((element) => element?.textContent?.trim() ?? "");
  return texts.filter((text) => text !== "").join(" – ");
}
