/** Scenarios in an answers document: what each supposes, and the answers as they would be in it. */

import type { Answers } from "./document.js";
import { type Dimension, inNormalForm } from "./normal-form.js";
import { isTree, type Json, put, type Tree, treeAt, valueAt } from "./tree.js";

/** As many as one assessment holds. */
export const MAX_SCENARIOS = 3;

export type Scores = Partial<Record<Dimension, string>>;

export interface Scenario {
  title?: string;
  profile?: Tree;
  checks?: Record<string, Scores>;
}

/** The scenarios of a document; whatever else stands there is for the rules to tell. */
export function scenariosOf(answers: Answers): Scenario[] {
  const found = answers["scenarios"];
  return Array.isArray(found) ? found.filter(isTree).map((scenario) => scenario as Scenario) : [];
}

/** The document with these scenarios, without a trace of them when there are none. */
export function withScenarios(answers: Answers, scenarios: readonly Scenario[]): Answers {
  const { scenarios: _old, ...rest } = answers;
  return (scenarios.length > 0 ? { ...rest, scenarios: scenarios as Json[] } : rest) as Answers;
}

/** A scenario that supposes another answer; undefined supposes nothing, so that the answer is as it is now. */
export function supposing(scenario: Scenario, field: string, value: Json | undefined): Scenario {
  const profile = structuredClone(scenario.profile ?? {});
  put(profile, field.split("."), value);
  const { profile: _old, ...others } = scenario;
  return Object.keys(profile).length > 0 ? { ...others, profile } : others;
}

/** The answer that a scenario supposes to a question of the profile; undefined where it supposes none. */
export function supposed({ profile }: Scenario, field: string): Json | undefined {
  return valueAt(profile, field.split("."));
}

/** A scenario with these scores as well; a point without any takes those away. */
export function scoring(scenario: Scenario, scores: Record<string, Scores>): Scenario {
  const { checks: before, ...others } = scenario;
  const all = Object.entries({ ...before, ...deepMerge(before ?? {}, scores) });
  const checks = Object.fromEntries(all.filter(([, given]) => Object.keys(given).length > 0));
  return Object.keys(checks).length > 0 ? { ...others, checks } : others;
}

/** The answers as they would be, as answers of one's own: without the scenario that they come from. */
export function adopted(answers: Answers, position: number): Answers {
  const scenarios = scenariosOf(answers);
  const rest = scenarios.filter((_, index) => index !== position);
  const scenario = scenarios[position] ?? {};
  return inNormalForm({ ...withScenarios(answers, rest), ...laidOver(answers, scenario) });
}

function laidOver(answers: Answers, { profile, checks }: Scenario): Tree {
  const over: Tree = {};
  if (profile !== undefined) {
    over["profile"] = treeOver(treeAt(answers, "profile"), profile);
  }
  if (checks !== undefined) {
    over["checks"] = { ...treeAt(answers, "checks"), ...deepMerge(treeAt(answers, "checks"), checks) } as Tree;
  }
  return over;
}

/** One group of answers over another; a group within it leaves what it does not name. */
function treeOver(below: Tree, above: Tree): Tree {
  const entries = Object.entries(above).map(([name, value]) => [name, isTree(value) ? treeOver(treeAt(below, name), value) : value]);
  return { ...below, ...Object.fromEntries(entries) as Tree };
}

/** Each of the new entries, over what stood there. */
function deepMerge(before: object, after: Record<string, Scores>): Record<string, Scores> {
  const known = before as Record<string, Scores>;
  const entries = Object.entries(after).map(([name, scores]): [string, Scores] => [
    name,
    Object.keys(scores).length > 0 ? { ...known[name], ...scores } : {},
  ]);
  return Object.fromEntries(entries);
}
