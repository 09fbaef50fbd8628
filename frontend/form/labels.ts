/** What the page calls questions and choices, for texts elsewhere that are about them. */

import { changedNames } from "../answers/diff.js";
import type { Answers } from "../answers/document.js";
import { pathOf } from "../answers/tree.js";
import type { Say } from "../lib/messages.js";
import { nameOf } from "./fields.js";

/** The parts of a document that have a name of their own. */
const PARTS = ["profile", "scan", "checks", "requirements", "documents", "scenarios", "appendix", "title", "norm", "format"];

const TITLES = "[data-label], legend, .kmop-check-title, label.kmop-entry-label";

/** The question's own words; null when the page does not ask it. */
export function labelOf(form: HTMLFormElement, name: string): string | null {
  const field = CSS.escape(name);
  const block = form.querySelector(`[data-field="${field}"]`);
  const label = block?.querySelector(TITLES) ?? labelFor(form, field) ?? form.querySelector(`#part-${field} > h3`);
  return plain(label?.textContent);
}

/** The question's words after those of what it is about. */
export function fullLabelOf(form: HTMLFormElement, name: string): string {
  const [part, id, ...rest] = pathOf(name);
  const about = part !== "profile" && rest.length > 0 ? labelOf(form, `${part}.${id}`) : null;
  return [about, labelOf(form, name)].filter((text) => text !== null).join(", ") || name;
}

/** Where in a document something is, by the question that asks it or by the part that it stands in. */
export function placeInWords(form: HTMLFormElement, path: readonly (string | number)[], say: Say): string {
  const name = nameOf(form, path);
  if (name !== null) {
    return fullLabelOf(form, name);
  }
  const about = path.length > 1 ? labelOf(form, path.slice(0, 2).join(".")) : null;
  const part = PARTS.find((each) => each === path[0]);
  return about ?? say(part ? `fault.part.${part}` : "fault.whole");
}

/** What the page calls one of the choices; null when it does not offer it. */
export function optionOf(form: HTMLFormElement, name: string, value: string): string | null {
  const choice = `input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`;
  const text = form.querySelector(choice)?.closest("label")?.querySelector("span");
  return plain(text?.querySelector("abbr")?.title || text && withoutHelp(text));
}

/** What changed: one thing by its name in the form, several by their number. */
export function describeChange(before: Answers, after: Answers, form: HTMLFormElement, say: Say): string {
  const names = changedNames(before, after);
  const [name] = names.length === 1 ? names : [];
  const about = name === "title" ? say("name.label") : name && fullLabelOf(form, name);
  return about ?? say("version.many", { n: names.length });
}

function withoutHelp(text: Element): string {
  const nodes = [...text.childNodes].filter((node) => node.nodeName !== "SMALL");
  return nodes.map((node) => node.textContent).join("");
}

function labelFor(form: HTMLFormElement, field: string): Element | null {
  const control = form.querySelector(`[name="${field}"]`);
  return control?.closest("label") ?? form.querySelector(`label[for="${CSS.escape(control?.id ?? "")}"]`);
}

function plain(text: string | null | undefined): string | null {
  return text?.replace(/\s+/g, " ").trim() || null;
}
