/** The questions that stand in the form: which are asked, which need no answer, which are answered, where they are. */

import { DIMENSIONS } from "../answers/normal-form.js";
import type { Fields } from "../answers/document.js";

const BLOCKS = ".kmop-field[data-field]";

/** Tells for the name of a question's block whether it needs no answer. */
export type Unneeded = (name: string) => boolean;

/** Before there is a result everything may be asked. */
export const nothingUnneeded: Unneeded = () => false;

/** Take it from the names of the blocks that an outcome lists. */
export function unneededIn(names: string[]): Unneeded {
  const unneeded = new Set(names);
  return (name) => unneeded.has(name);
}

/** One question block with what is still open in it. */
export interface Question {
  block: HTMLElement;
  /** The names in the form that wait for an answer, in order; none when it is answered. */
  open: string[];
  /** Whether it is counted: a tip decides nothing, and one answer over a requirement counts as its points. */
  counts: boolean;
}

/** Whether something is left to answer in a question: a tip decides nothing, and may stay open. */
export function isLeft({ block, open }: Pick<Question, "block" | "open">): boolean {
  return open.length > 0 && !isTip(block);
}

/** Every question that is put to this candidate in the form as it shows now, without those that may stay open. */
export function questionsIn(form: HTMLFormElement, fields: Fields, unneeded: Unneeded): Question[] {
  return [...form.querySelectorAll<HTMLElement>(BLOCKS)]
    .filter((block) => !block.hidden && isAsked(block) && !unneeded(nameOf(block)))
    .filter((block) => !isSetAside(nameOf(block), fields))
    .map((block) => ({ block, open: openIn(block, fields), counts: !isTip(block) && !block.matches(".kmop-scan") }));
}

/** Mark the blocks that need no answer, with the sentence that says so. */
export function markUnneeded(form: HTMLFormElement, unneeded: Unneeded, text: string): void {
  for (const block of form.querySelectorAll<HTMLElement>(BLOCKS)) {
    const note = block.querySelector(":scope > .kmop-idle");
    if (!unneeded(nameOf(block))) {
      note?.remove();
    } else if (note === null) {
      block.prepend(unneededNote(text));
    }
  }
}

/** The control that takes an answer to a name: of radios the one that is chosen. */
export function controlOf(form: HTMLFormElement, name: string): HTMLElement | null {
  const all = [...form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)];
  return all.find((control) => control.type === "radio" && control.checked) ?? all[0] ?? null;
}

function nameOf(block: HTMLElement): string {
  return block.dataset["field"] ?? "";
}

/** A point that does not apply to the candidate, with the reason why, is none of the points that count. */
function isSetAside(name: string, fields: Fields): boolean {
  return isFilled(fields, `${name}.not_applicable`) && isFilled(fields, `${name}.not_applicable.reason`);
}

/** What the calculator assumes is never asked, nor is what nobody has to answer. */
function isAsked(block: HTMLElement): boolean {
  return !nameOf(block).startsWith("worth.") && !("optional" in block.dataset);
}

/** One answer over a whole requirement counts for its points, and those of all its points for that one. */
function openIn(block: HTMLElement, fields: Fields): string[] {
  return namesIn(block, fields).filter((name) => !isFilled(fields, name) && !isCovered(block, name, fields));
}

function namesIn(block: HTMLElement, fields: Fields): string[] {
  const name = nameOf(block);
  if (name.startsWith("documents.")) {
    return [`${name}.state`];
  }
  if (name.startsWith("scan.")) {
    return DIMENSIONS.map((dimension) => `${name}.${dimension}`);
  }
  if (!name.startsWith("checks.")) {
    return [name];
  }
  return isFilled(fields, `${name}.not_applicable`)
    ? [`${name}.not_applicable.reason`]
    : DIMENSIONS.map((dimension) => `${name}.${dimension}`);
}

function isCovered(block: HTMLElement, name: string, fields: Fields): boolean {
  const requirement = block.closest<HTMLElement>("[data-requirement]");
  const dimension = DIMENSIONS.find((each) => name.endsWith(`.${each}`));
  if (requirement === null || dimension === undefined) {
    return false;
  }
  if (name.startsWith("checks.")) {
    return isFilled(fields, `scan.${requirement.dataset["requirement"] ?? ""}.${dimension}`);
  }
  const points = [...requirement.querySelectorAll<HTMLElement>("[data-field^='checks.'].kmop-field")];
  const deciding = points.filter((point) => !point.hidden && !isTip(point)).map(nameOf);
  return deciding.every((point) => isFilled(fields, `${point}.${dimension}`) || isSetAside(point, fields));
}

function isTip(block: HTMLElement): boolean {
  return "tip" in block.dataset;
}

function isFilled(fields: Fields, name: string): boolean {
  return (fields.get(name) ?? []).some((value) => value.trim() !== "" || isNone(name, fields));
}

/** Of a list, the empty value is an answer: none of these. */
function isNone(name: string, fields: Fields): boolean {
  return name.startsWith("profile.") && (fields.get(name) ?? []).length > 0;
}

function unneededNote(text: string): HTMLElement {
  const note = document.createElement("p");
  note.className = "kmop-idle";
  note.textContent = text;
  return note;
}
