/** What the reader sees of a test: a question, how it was answered, and the result. */

import { moment } from "../lib/format.js";
import type { Say } from "../lib/messages.js";
import type { SavedAttempt } from "./autosave.js";
import type { Panel } from "./elements.js";
import type { Question } from "./questions.js";
import { type AttemptState, cameBack, missed, type Score, scoreOf } from "./schedule.js";

type Part = "start" | "ask" | "end";

const NO_BREAK = "\u00a0";

/** Show one part of the panel. */
export function turnTo(panel: Panel, part: Part): void {
  for (const each of ["start", "ask", "end"] as const) {
    panel[each].hidden = each !== part;
  }
}

/** Offer to go on with what is saved, or to wipe it. */
export function showSaved(panel: Panel, saved: SavedAttempt | null, say: Say): void {
  panel.resume.hidden = saved === null;
  panel.button("wipe").hidden = saved === null;
  panel.keep.checked = saved !== null;
  if (saved !== null) {
    const { asked, waiting } = saved.sitting;
    const time = moment(saved.saved_at, document.documentElement.lang, "long");
    const done = asked.length - waiting.length;
    panel.resumeText.textContent = say("resume", { time, done, of: asked.length });
  }
}

/** Ask a question, and go to it. */
export function showQuestion(panel: Panel, question: Question, state: AttemptState, say: Say): void {
  const fieldset = question.ask();
  panel.question.replaceChildren(...(cameBack(state) ? [note(say("again"))] : []), fieldset);
  panel.feedback.hidden = true;
  panel.askError.textContent = "";
  panel.next.textContent = say("check");
  showPlace(panel, state, say);
  const legend = fieldset.querySelector("legend");
  legend?.setAttribute("tabindex", "-1");
  legend?.focus();
}

function note(text: string): HTMLParagraphElement {
  const paragraph = document.createElement("p");
  paragraph.className = "kmop-quiz-again";
  paragraph.textContent = text;
  return paragraph;
}

function showPlace(panel: Panel, state: AttemptState, say: Say): void {
  const done = Object.keys(state.first).length;
  const n = cameBack(state) ? done : done + 1;
  const left = state.waiting.length - 1;
  panel.place.textContent = left > 0 ? say("place", { n, left }) : say("place_last", { n });
  panel.bar.max = state.asked.length;
  panel.bar.value = state.asked.length - state.waiting.length;
}

/** Tell how the question was answered and why, and go there. */
export function showVerdict(panel: Panel, question: Question, isRight: boolean, after: AttemptState, say: Say): void {
  for (const input of panel.question.querySelectorAll("input")) {
    mark(input, say);
  }
  panel.question.querySelector("fieldset")?.setAttribute("disabled", "");
  panel.feedback.className = `kmop-quiz-feedback kmop-quiz-feedback--${isRight ? "right" : "wrong"}`;
  panel.verdict.textContent = say(isRight ? "verdict.right" : "verdict.wrong");
  panel.why.replaceChildren(question.why());
  panel.feedback.hidden = false;
  panel.next.textContent = say(after.waiting.length > 0 ? "next" : "finish");
  const { right, of } = scoreOf(after);
  panel.status.textContent = say("status", { right, answered: of });
  panel.verdict.focus();
}

/** Say in words, beside colour, what was right and what was chosen. */
function mark(input: HTMLInputElement, say: Say): void {
  const isRight = "right" in input.dataset;
  const label = input.closest("label");
  label?.classList.toggle("kmop-quiz-option--right", isRight);
  label?.classList.toggle("kmop-quiz-option--wrong", input.checked && !isRight);
  const tags = [...(isRight ? [say("correct")] : []), ...(input.checked ? [say("chosen")] : [])];
  label?.append(...tags.map(tag));
}

function tag(text: string): HTMLSpanElement {
  const span = document.createElement("span");
  span.className = "kmop-quiz-tag";
  span.textContent = text;
  return span;
}

/** Show what came of the test, and go there. */
export function showResult(
  panel: Panel,
  state: AttemptState,
  questions: ReadonlyMap<string, Question>,
  series: number,
  say: Say,
): void {
  const score = scoreOf(state);
  const stopped = state.waiting.length > 0;
  panel.score.textContent = say(stopped ? "stopped" : "score", { ...score });
  panel.meaning.textContent = say(`meaning.${stopped ? "stopped" : score.right === score.of ? "all" : "some"}`);
  for (const row of panel.end.querySelectorAll<HTMLTableRowElement>("tr[data-topic]")) {
    const topic = row.dataset["topic"];
    showTopic(row, scoreOf(state, state.asked.filter((id) => questions.get(id)?.topic === topic)), say);
  }
  const items = missed(state).flatMap((id) => questions.get(id) ?? []);
  panel.missed.hidden = items.length === 0;
  panel.missedList.replaceChildren(...items.map(toRead));
  panel.seriesNow.textContent = say("series", { series });
  panel.status.textContent = "";
  panel.score.focus();
}

function showTopic(row: HTMLTableRowElement, score: Score, say: Say): void {
  const cell = row.cells[1];
  if (cell !== undefined) {
    // A score stays on one line; there is no room for that in words.
    cell.textContent = score.of === 0 ? say("untouched") : say("part", { ...score }).replaceAll(" ", NO_BREAK);
  }
}

/** A link to the question in the list of all, with its answer unfolded. */
function toRead({ id, text }: Question): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#${id}`;
  link.textContent = text;
  link.addEventListener("click", () => document.querySelector(`#${CSS.escape(id)} details`)?.setAttribute("open", ""));
  item.append(link);
  return item;
}
