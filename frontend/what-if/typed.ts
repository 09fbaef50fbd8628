/** Questions of a scenario that are answered by typing: a number, an amount or a day, within what the form takes. */

import type { Answers } from "../answers/document.js";
import { type Json, pathOf, valueAt } from "../answers/tree.js";
import { labelOf } from "../form/labels.js";
import { inWords } from "../lib/format.js";
import type { Say } from "../lib/messages.js";
import { readNumber, readWhole, withComma } from "../lib/numbers.js";

const KINDS = ["count", "decimal", "date"] as const;
export type TypedKind = (typeof KINDS)[number];
const MAX_DECIMAL = 999_999.99;

export interface TypedField {
  id: string;
  kind: TypedKind;
  label: string;
  /** Whether the form puts this question to the reader, as the answers are now. */
  isAsked: boolean;
  /** The answer as it is now, in words. */
  now: string;
  /** The least and the most that it can be, as the form has them; none for an amount. */
  bounds: { least: string; most: string };
  /** The most as the reader writes it. */
  limit: string;
}

/** Whether a question is answered by typing. */
export function isTyped(block: HTMLElement): boolean {
  return (KINDS as readonly string[]).includes(block.dataset["kind"] ?? "");
}

/** Read a question off the form. */
export function typedField(form: HTMLFormElement, block: HTMLElement, answers: Answers, language: string, say: Say): TypedField {
  const name = block.dataset["field"] ?? "";
  const id = name.slice("profile.".length);
  const kind = block.dataset["kind"] as TypedKind;
  const input = block.querySelector("input");
  const { least = input?.min ?? "", most = input?.max ?? "" } = block.dataset;
  const value = valueAt(answers, pathOf(name));
  const now = value === undefined ? say("what_if.open") : described(kind, value, language);
  const limit = kind === "count" ? Number(most).toLocaleString(language) : most;
  return { id, kind, label: labelOf(form, name) ?? id, isAsked: !block.hidden, now, bounds: { least, most }, limit };
}

/** What a text means as an answer: undefined for none, null for a text that is none. */
export function meaningOf({ kind, bounds }: Pick<TypedField, "kind" | "bounds">, text: string): Json | undefined {
  if (text.trim() === "") {
    return undefined;
  }
  if (kind === "date") {
    return bounds.least <= text && text <= bounds.most ? text : null;
  }
  if (kind === "count") {
    const number = readWhole(text);
    return number !== null && Number(bounds.least) <= number && number <= Number(bounds.most) ? number : null;
  }
  const amount = readNumber(text, "euro");
  return amount !== null && 0 <= Number(amount) && Number(amount) <= MAX_DECIMAL ? amount : null;
}

/** An answer as somebody types it. */
export function typedText(kind: TypedKind, value: Json | undefined): string {
  const text = value === undefined || value === null ? "" : String(value);
  return kind === "decimal" ? withComma(text) : text;
}

/** What is said of a text that is no answer. */
export function wrongText({ kind, bounds, limit }: TypedField, say: Say): string {
  if (kind === "date") {
    return say("error.year", { first: bounds.least.slice(0, 4), last: bounds.most.slice(0, 4) });
  }
  return kind === "count" ? say("what_if.not_whole", { least: bounds.least, most: limit }) : say("error.decimal");
}

function described(kind: TypedKind, value: Json, language: string): string {
  return kind === "date" ? inWords(String(value), language) : typedText(kind, value);
}
