/**
 * Skip logic in the page: which questions of the profile are asked, before any rules are there to say so. It answers as
 * `assessment/skip_logic.py` does (`tests/engines/test_asked_when.py` holds the two together), with one difference: a question of
 * which that is not known yet shows only once it was answered.
 */

import type { Fields } from "../answers/document.js";
import { readWhole } from "../lib/numbers.js";

/** A predicate of the norm; a map with one key, its kind. */
export type Predicate = Readonly<Record<string, unknown>>;
/** Yes, no, or not known yet (Kleene's three-valued logic). */
type Truth = boolean | null;
interface Terms {
  field: string;
  value?: unknown;
  values?: unknown[];
}
/** A number, or the sum of several, and its bound. */
interface Comparison {
  field: string;
  sum?: readonly string[];
  value: number;
}
/** The answer to a field; null when there is none yet. */
type Known = (field: string) => readonly string[] | null;

/** Tell of each field whether it is asked; null while that hangs on an answer that is missing. */
export function askedFields(conditions: ReadonlyMap<string, Predicate | null>, fields: Fields): Map<string, Truth> {
  const asked = new Map<string, Truth>();
  const known: Known = (field) => (settle(field) === false ? [] : answerTo(field, fields));
  /** A question that hangs on one that is not asked finds no answer there. */
  function settle(field: string): Truth {
    const settled = asked.get(field);
    if (settled !== undefined || !conditions.has(field)) {
      return settled ?? true;
    }
    const truth = truthOf(conditions.get(field) ?? null, known);
    asked.set(field, truth);
    return truth;
  }
  for (const field of conditions.keys()) {
    settle(field);
  }
  return asked;
}

/** Show the questions that are asked, and those that were answered before anybody knows; one with the focus in it waits. */
export function showAsked(form: HTMLFormElement, fields: Fields): void {
  const blocks = [...form.querySelectorAll<HTMLElement>(".kmop-field[data-field^='profile.']")];
  const asked = askedFields(new Map(blocks.map((block) => [fieldOf(block), conditionOf(block)])), fields);
  for (const block of blocks) {
    const truth = asked.get(fieldOf(block));
    const isShown = truth ?? isGiven(fieldOf(block), fields);
    if (isShown || !block.contains(document.activeElement)) {
      block.hidden = !isShown;
    }
  }
}

/** Whether a predicate certainly holds of what is answered. */
export function holds(predicate: Predicate, fields: Fields): boolean {
  return truthOf(predicate, (field) => answerTo(field, fields)) === true;
}

function fieldOf(block: HTMLElement): string {
  return (block.dataset["field"] ?? "").slice("profile.".length);
}

function conditionOf(block: HTMLElement): Predicate | null {
  const text = block.dataset["askedWhen"];
  return text ? (JSON.parse(text) as Predicate) : null;
}

function isGiven(field: string, fields: Fields): boolean {
  return (fields.get(`profile.${field}`) ?? []).length > 0;
}

/** What was answered; a considered "I don't know" is as good as none, and "none of these" an empty list. */
function answerTo(field: string, fields: Fields): readonly string[] | null {
  const values = fields.get(`profile.${field}`) ?? [];
  return values.length === 0 || values.includes("?") ? null : values.filter((value) => value !== "");
}

function truthOf(predicate: Predicate | null, known: Known): Truth {
  const [[kind, terms] = ["", null]] = Object.entries(predicate ?? {});
  switch (kind) {
    case "all":
      return joined(terms as Predicate[], known, false);
    case "any":
      return joined(terms as Predicate[], known, true);
    case "not":
      return negated(truthOf(terms as Predicate, known));
    case "equals":
      return found(terms as Terms, known, [(terms as Terms).value]);
    case "in":
      return found(terms as Terms, known, (terms as Terms).values ?? []);
    case "at_least":
      return isBeyond(terms as Comparison, known, (number, bound) => number >= bound);
    case "more_than":
      return isBeyond(terms as Comparison, known, (number, bound) => number > bound);
    default:
      return true; // no condition: `kmop check` lets no question hang on another kind
  }
}

/** The truth that settles it if any part has that; else it hangs on what is not known. */
function joined(parts: Predicate[], known: Known, settledBy: boolean): Truth {
  const truths = parts.map((part) => truthOf(part, known));
  return truths.includes(settledBy) ? settledBy : truths.includes(null) ? null : !settledBy;
}

function negated(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

function found({ field }: Terms, known: Known, wanted: unknown[]): Truth {
  const values = known(field);
  return values === null ? null : values.some((value) => wanted.some((each) => isSame(value, each)));
}

function isSame(value: string, wanted: unknown): boolean {
  return typeof wanted === "number" ? readWhole(value) === wanted : value === String(wanted);
}

/** A number that is not known yet is no less than nothing: what is beyond the bound already stays so. */
function isBeyond({ field, sum, value }: Comparison, known: Known, beyond: (number: number, bound: number) => boolean): Truth {
  const numbers = (sum ?? [field]).map((name) => numberOf(known(name)));
  const given = numbers.filter((number) => typeof number === "number");
  const isSo = given.length > 0 && beyond(given.reduce((total, number) => total + number, 0), value);
  return isSo || !numbers.includes(null) ? isSo : null;
}

/** The number that was answered; null while it is not known, or cannot be read, and none where that is not asked. */
function numberOf(values: readonly string[] | null): number | null | undefined {
  return values?.length === 0 ? undefined : readWhole(values?.[0] ?? "");
}
