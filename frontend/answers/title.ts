/** What assessments and scenarios are called. */

import type { Say } from "../lib/messages.js";
import type { Answers } from "./document.js";
import type { Scenario } from "./scenarios.js";

/** As long as a name may be. */
export const MAX_NAME_LENGTH = 200;

/** The name of an assessment, its own or the one that we give it. */
export function nameOfAnswers(answers: Answers, say: Say): string {
  return ownNameOf(answers) || say("work.unnamed");
}

/** The name that an assessment was given; empty when it has none. */
export function ownNameOf(answers: Answers): string {
  const title = answers["title"];
  return typeof title === "string" && title.trim() !== "" ? title : "";
}

/** The name of a copy, which says that it is one. */
export function nameOfCopy(answers: Answers, say: Say): string {
  return shortened(say("work.copy_name", { name: nameOfAnswers(answers, say) }));
}

/** A name that is no longer than it may be, and ends in a whole character. */
export function shortened(name: string): string {
  return name.slice(0, MAX_NAME_LENGTH).replace(/[\uD800-\uDBFF]$/, "");
}

/** What a scenario is called, by its own name or by its number. */
export function nameOfScenario(scenario: Scenario, index: number, say: Say): string {
  return scenario.title?.trim() || say("what_if.unnamed", { number: index + 1 });
}
