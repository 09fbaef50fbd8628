/** What the part of the page about one scenario is made of, and what the reader can do in it. */

import type { nothing, TemplateResult } from "lit/html.js";
import type { Answers } from "../answers/document.js";
import type { Scenario, Scores } from "../answers/scenarios.js";
import type { Json } from "../answers/tree.js";
import type { ScenarioResult, WhatIfResult } from "../contract/comparison.js";
import type { Say } from "../lib/messages.js";
import type { ChoiceField } from "./choices.js";
import type { TypedField } from "./typed.js";

export type Template = TemplateResult | typeof nothing;

export interface CardModel {
  scenarios: Scenario[];
  /** What follows from them; null when that is not known (yet). */
  result: WhatIfResult | null;
  fields: (ChoiceField | TypedField)[];
  /** What was typed and means nothing, by scenario and question. */
  wrong: ReadonlyMap<string, string>;
  answers: Answers;
  isFull: boolean;
}

/** What the reader can do with the scenarios, each by its place in the list. */
export interface ScenarioActions {
  add(): void;
  rename(index: number, title: string): void;
  setAnswer(index: number, field: string, value: Json | undefined): void;
  /** Something was typed; what the browser could not read at all is bad. */
  setTyped(index: number, field: TypedField, text: string, isBad: boolean): void;
  setScore(index: number, scores: Record<string, Scores>): void;
  clearScore(index: number, check: string): void;
  /** A point or a score was not chosen yet. */
  missing(index: number): void;
  apply(index: number): void;
  saveAsNew(index: number): void;
  remove(index: number): void;
}

/** One scenario with all that its part of the page is made of. */
export interface Card {
  index: number;
  name: string;
  scenario: Scenario;
  result: ScenarioResult | null;
  answers: Answers;
  wrong: ReadonlyMap<string, string>;
  actions: ScenarioActions;
  form: HTMLFormElement;
  say: Say;
}
