/** Diff: the answers in which two documents differ, each by its name. */

import { type Answers, UNKNOWN } from "./document.js";
import { inNormalForm, unknownIn } from "./normal-form.js";
import type { Tree } from "./tree.js";

/** The names of the answers that differ; what is about the document itself counts for nothing. */
export function changedNames(before: Answers | null, after: Answers): string[] {
  const [one, other] = [leaves(before ?? {}), leaves(after)];
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => one.get(name) !== other.get(name));
}

/** How many answers there are. */
export function countOf(answers: Answers): number {
  return changedNames(null, answers).filter((name) => name !== "title" && name !== "scenarios").length;
}

function leaves(answers: Tree): Map<string, string> {
  const found = new Map<string, string>();
  const { unknown: _names, ...given } = inNormalForm(answers);
  for (const name of unknownIn(inNormalForm(answers))) {
    found.set(name, JSON.stringify(UNKNOWN));
  }
  for (const [name, value] of Object.entries(given)) {
    if (name !== "format" && name !== "norm") {
      collect(value, name, found);
    }
  }
  return found;
}

function collect(value: unknown, name: string, found: Map<string, string>): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    found.set(name, JSON.stringify(value));
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    collect(inner, `${name}.${key}`, found);
  }
}
