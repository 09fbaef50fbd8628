/**
 * The decision table of a situation: which parts of its page hold for which answers, and what its audit costs then. The
 * rules worked it out when the page was made (`guide/pages/situations/decision_table.py`); here it is looked up.
 */

import type { Answers } from "../answers/document.js";
import { put } from "../answers/tree.js";

export type Value = string | number | boolean;
/** Yes, no, or maybe: as long as it hangs on what is not answered. */
export type Truth = "y" | "n" | "m";

export interface Question {
  /** The field of the profile. */
  field: string;
  /** How the question stands in an address, and as the name of its controls. */
  key: string;
  /** Whether several answers may be given. */
  isList: boolean;
  /** How "none of these" stands there; null where nobody can say so. */
  none: string | null;
  /** How each answer stands there, and what it is in the answers document. */
  choices: [string, Value][];
}

export interface Letter {
  /** The place on the page. */
  id: string;
  /** The text, with the number of each place between braces. */
  text: string;
  /** Of each place the number of its question, and the words for each answer to that. */
  places: [number, string[]][];
}

export interface Situation {
  /** What is known of everybody in the situation. */
  answers: Answers;
  questions: Question[];
  /** The questions that something hangs on, and whether it holds, for each combination of their answers. */
  truths: [number[], string][];
  /** The words of the figures: `rows` by number, and which number each combination of answers has. */
  figures: { on: number[]; rows: Record<string, string>[]; at: number[] } | null;
  /** The letters that answers fill in. */
  letters: Letter[];
}

/** What is chosen, by the keys of the questions. */
export type Chosen = (key: string) => readonly string[];

/** Whether each part holds, in the order of the table. */
export function truthsOf({ questions, truths }: Situation, chosen: Chosen): Truth[] {
  const states = questions.map((question) => stateOf(question, chosen(question.key)));
  return truths.map(([on, letters]) => letters[combination(questions, on, states)] as Truth);
}

/** The figures in words, by name. */
export function figuresOf({ questions, figures }: Situation, chosen: Chosen): Record<string, string> {
  const states = questions.map((question) => stateOf(question, chosen(question.key)));
  return figures?.rows[figures.at[combination(questions, figures.on, states)] ?? 0] ?? {};
}

/** The answers document of whoever gave these answers. */
export function answersOf({ answers, questions }: Situation, chosen: Chosen): Answers {
  const narrowed = structuredClone(answers);
  for (const question of questions) {
    const value = valueOf(question, chosen(question.key));
    if (value !== null) {
      put(narrowed, ["profile", ...question.field.split(".")], value);
    }
  }
  return narrowed;
}

/** How many questions have an answer. */
export function countAnswered({ questions }: Situation, chosen: Chosen): number {
  return questions.filter((question) => stateOf(question, chosen(question.key)) > 0).length;
}

/** The number of an answer: 0 for none at all, and of a list one more than the bits of what is chosen. */
export function stateOf({ choices, isList, none }: Question, values: readonly string[]): number {
  const places = values.map((value) => choices.findIndex(([key]) => key === value)).filter((place) => place >= 0);
  if (!isList) {
    return 1 + (places[0] ?? -1);
  }
  const bits = [...new Set(places)].reduce((sum, place) => sum + 2 ** place, 0);
  return bits > 0 || (none !== null && values.includes(none)) ? 1 + bits : 0;
}

function sizeOf({ choices, isList }: Question): number {
  return 1 + (isList ? 2 ** choices.length : choices.length);
}

/** The number of a combination of answers; the last question changes fastest. */
function combination(questions: Question[], on: number[], states: number[]): number {
  return on.reduce((number, place) => number * sizeOf(questions[place] as Question) + (states[place] ?? 0), 0);
}

function valueOf(question: Question, values: readonly string[]): Value | Value[] | null {
  const found = question.choices.filter(([key]) => values.includes(key)).map(([, value]) => value);
  if (stateOf(question, values) === 0) {
    return null;
  }
  return question.isList ? found : (found[0] ?? null);
}
