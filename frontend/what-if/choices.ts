/** What a scenario can suppose: the questions and choices that the form itself shows, and what the rules tell of it. */

import { type Answers, NONE_OF_THESE, UNKNOWN } from "../answers/document.js";
import { unknownIn } from "../answers/normal-form.js";
import { type Json, pathOf, valueAt } from "../answers/tree.js";
import type { WhatIfResult } from "../contract/comparison.js";
import { labelOf, optionOf } from "../form/labels.js";
import type { Say } from "../lib/messages.js";
import { isTyped, type TypedField, typedField } from "./typed.js";

export interface ChoiceField {
  id: string;
  label: string;
  /** Whether the form puts this question to the reader, as the answers are now. */
  isAsked: boolean;
  /** The answer as it is now; undefined for an open question. */
  value: Json | undefined;
  /** The same in words. */
  now: string;
  choices: { value: Json; label: string }[];
  /** What any answer is called. */
  describe(value: Json): string;
}

/** The same with one more scenario, of which nothing is known yet. */
export function withAnother(result: WhatIfResult): WhatIfResult {
  return { ...result, scenarios: [...result.scenarios, null] };
}

/** The same without one of the scenarios: what was known of the others stays true. */
export function withoutOne(result: WhatIfResult, index: number): WhatIfResult {
  const rest = <Item>(items: Item[], gone: number): Item[] => items.filter((_, each) => each !== gone);
  const { table } = result;
  const groups = table.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({ ...row, cells: rest(row.cells, index + 1) })),
  }));
  const columns = rest(table.columns, index + 1);
  return { table: { ...table, columns, groups }, scenarios: rest(result.scenarios, index) };
}

/** The questions that the norm lets a scenario answer otherwise, in the form's own words. */
export function choiceFields(form: HTMLFormElement, answers: Answers, language: string, say: Say): (ChoiceField | TypedField)[] {
  const blocks = [...form.querySelectorAll<HTMLElement>("[data-what-if]")];
  return blocks.map((block) => (isTyped(block) ? typedField : choiceField)(form, block, answers, language, say));
}

function choiceField(
  form: HTMLFormElement,
  block: HTMLElement,
  answers: Answers,
  language: string,
  say: Say,
): ChoiceField {
  const name = block.dataset["field"] ?? "";
  const id = name.slice("profile.".length);
  const describe = (value: Json): string => labelled(form, name, value, language);
  const now = valueAt(answers, pathOf(name));
  return {
    id,
    label: labelOf(form, name) ?? id,
    isAsked: !block.hidden,
    value: now,
    now: now !== undefined ? describe(now) : unknownIn(answers).has(name) ? describe(UNKNOWN) : say("what_if.open"),
    choices: valuesOf(block).map((value) => ({ value, label: describe(value) })),
    describe,
  };
}

/** One by one what can be chosen; of a pair also both, and of a list none. */
function valuesOf(block: HTMLElement): Json[] {
  const inputs = [...block.querySelectorAll<HTMLInputElement>("input")];
  const options = inputs.map(({ value }) => value).filter((value) => value !== NONE_OF_THESE && value !== UNKNOWN);
  if (block.dataset["kind"] === "yes_no") {
    return [true, false];
  }
  if (block.dataset["kind"] !== "choices") {
    return options;
  }
  return [...options.map((value) => [value]), ...(options.length === 2 ? [options] : []), []];
}

function labelled(form: HTMLFormElement, name: string, value: Json, language: string): string {
  const option = (each: Json): string => optionOf(form, name, String(each)) ?? String(each);
  if (!Array.isArray(value)) {
    return option(value);
  }
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  return value.length === 0 ? option(NONE_OF_THESE) : list.format(value.map((each, place) => (place === 0 ? option(each) : running(option(each)))));
}

/** A title behind others; a name of capitals keeps them. */
function running(title: string): string {
  return /^.[a-zé ]/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
