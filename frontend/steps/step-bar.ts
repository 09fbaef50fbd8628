/** The line that says where one is: which step, which question of it, and before the result about how long the rest takes. */

import { isLeft, type Question } from "../form/questions.js";
import type { Say } from "../lib/messages.js";
import { type Screens, stepOf } from "./screens.js";

/** Say it in its place; nothing on a screen that is on no path, such as a calculator. */
export function showStep(place: HTMLElement, current: HTMLElement, screens: Screens, questions: Question[], say: Say): void {
  const steps = [...new Set(screens.all.map(stepOf))].filter((step) => step !== "");
  const ofStep = screens.path.filter((screen) => stepOf(screen) === stepOf(current));
  const at = steps.indexOf(stepOf(current));
  const parts = at < 0 ? [] : [say("steps.now", { n: at + 1, of: steps.length })];
  if (ofStep.length > 1 && ofStep.includes(current)) {
    parts.push(say(`steps.screen.${stepOf(current)}`, { n: ofStep.indexOf(current) + 1, of: ofStep.length }));
  }
  const minutes = minutesLeft(screens, questions);
  const isAtResult = at === steps.length - 1;
  if (at >= 0 && !isAtResult && minutes > 0) {
    parts.push(say("steps.left", { n: minutes }));
  }
  const text = parts.join(" · ");
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

/** About how many minutes the screens take on which something is open; our own guess, rounded up. */
function minutesLeft(screens: Screens, questions: Question[]): number {
  const open = questions.filter(isLeft);
  const seconds = screens.path
    .filter((screen) => open.some(({ block }) => screen.contains(block)))
    .reduce((sum, screen) => sum + Number(screen.dataset["seconds"] ?? 0), 0);
  return Math.ceil(seconds / 60);
}
