/** Check your answers: all that was answered in one list, each with a way to change it, and what was left open below. */

import { html, type TemplateResult } from "lit/html.js";
import { isLeft, type Question } from "../form/questions.js";
import type { Say } from "../lib/messages.js";
import { render } from "../ui/render.js";

/** Draw the list. */
export function showGiven(place: HTMLElement, questions: Question[], say: Say): void {
  const given = questions.map(({ block }) => ({ block, answers: answersIn(block) })).filter(({ answers }) => answers.length > 0);
  const open = withoutPoints(questions.filter(isLeft));
  const rows = given.map(({ block, answers }) => rowTemplate(block, answers, say));
  render(
    html`${rows.length > 0 ? html`<dl class="kmop-given">${rows}</dl>` : html`<p>${say("given.none")}</p>`}
      ${open.length > 0 ? openTemplate(open, say) : html`<p class="kmop-given__done">${say("given.done")}</p>`}`,
    place,
  );
}

/** As long as the two questions over a requirement are open, its points need not be named one by one. */
function withoutPoints(open: Question[]): Question[] {
  const whole = new Set(open.filter(({ block }) => block.matches(".kmop-scan")).map(requirementOf));
  return open.filter(({ block }) => block.matches(".kmop-scan") || !whole.has(requirementOf({ block })));
}

function requirementOf({ block }: Pick<Question, "block">): Element | string {
  return block.closest("[data-requirement]") ?? "";
}

function rowTemplate(block: HTMLElement, answers: string[], say: Say): TemplateResult {
  const title = titleOf(block);
  return html`<div>
    <dt>${title}</dt>
    <dd>${answers.map((answer) => html`<span>${answer}</span>`)}</dd>
    <dd><a href="#${block.id}">${say("given.change")}<span class="kmop-hidden">: ${title}</span></a></dd>
  </div>`;
}

function openTemplate(open: Question[], say: Say): TemplateResult {
  return html`<h3>${say("given.open", { n: open.length })}</h3>
    <ul>
      ${open.map(({ block }) => html`<li><a href="#${block.id}">${titleOf(block)}</a></li>`)}
    </ul>`;
}

/** Of a question, and not of the box with which a reader sets it aside to look at again. */
const QUESTION = ":is(legend, label):not(.kmop-review *)";

/** What a block asks: a point by its title, a requirement by its heading, anything else by its question. */
function titleOf(block: HTMLElement): string {
  const own = block.querySelector(".kmop-check-title");
  const heading = block.matches(".kmop-scan") ? block.closest("section")?.querySelector("h3") : null;
  return textOf(own ?? heading ?? block.querySelector(QUESTION));
}

/** The answers in a block as they read; of several questions each after its own name. */
function answersIn(block: HTMLElement): string[] {
  const groups = [...block.querySelectorAll<HTMLElement>("fieldset")];
  const isOne = groups.length < 2 && !block.matches(".kmop-scan");
  const chosen = groups.flatMap((group) => {
    const words = [...group.querySelectorAll<HTMLInputElement>("input:checked")].map((box) => textOf(box.closest("label")));
    return words.length === 0 ? [] : [isOne ? together(words) : `${textOf(group.querySelector("legend"))}: ${together(words)}`];
  });
  const typed = groups.length > 0 ? [] : [...block.querySelectorAll<HTMLInputElement>(":scope > input")];
  return [...chosen, ...typed.filter((input) => input.value !== "").map(valueOf)];
}

/** Things in a row; what has commas of its own is kept apart. */
function together(words: string[]): string {
  return words.join(words.some((each) => each.includes(",")) ? "; " : ", ");
}

function valueOf(input: HTMLInputElement): string {
  const day = input.type === "date" ? input.valueAsDate : null;
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  return day === null ? input.value : format.format(day);
}

/** The words of an element without what explains them. */
function textOf(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const help of copy?.querySelectorAll("small") ?? []) {
    help.remove();
  }
  return copy?.textContent?.trim().replace(/\s+/g, " ") ?? "";
}
