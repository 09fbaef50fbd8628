/** The scores that a scenario supposes: taken over from the shortest way, or chosen one by one. */

import { html, nothing } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import { type Dimension, DIMENSIONS } from "../answers/normal-form.js";
import { type Answers, UNKNOWN } from "../answers/document.js";
import type { Scores } from "../answers/scenarios.js";
import type { Tree } from "../answers/tree.js";
import { labelOf, optionOf } from "../form/labels.js";
import type { Card, Template } from "./card.js";
import { scoreKeyOf, wrongTemplate } from "./typed-field.js";

export function scoresTemplate(card: Card): Template {
  const { scenario, say } = card;
  const chosen = Object.entries(scenario.checks ?? {});
  return html`<fieldset class="kmop-choice kmop-raises">
    <legend>${say("what_if.scores")}</legend>
    ${card.result === null ? nothing : waysTemplate(card)}
    ${chosen.length === 0
      ? nothing
      : html`<ul>
          ${repeat(chosen, ([check]) => check, ([check, scores]) => html`<li>${chosenTemplate(card, check, scores)}</li>`)}
        </ul>`}
    ${card.result === null ? nothing : adderTemplate(card, card.result.points)}
  </fieldset>`;
}

/** A button that stays when nothing is left to raise: one that goes away would take the focus along. */
function waysTemplate({ index, result, actions }: Card): Template {
  return html`<div class="kmop-buttons">
    ${result?.ways.map(
      ({ reading, label, raises }) => html`<button type="button" class="kmop-button" data-way=${reading}
        aria-disabled=${Object.keys(raises).length > 0 ? "false" : "true"}
        @click=${() => actions.setScore(index, raises)}>${label}</button>`,
    )}
  </div>`;
}

function chosenTemplate({ index, answers, actions, form, say }: Card, check: string, scores: Scores): Template {
  const sentences = DIMENSIONS.filter((dimension) => scores[dimension]).map((dimension) => {
    const from = scoreNow(answers, check, dimension);
    return say("what_if.score", {
      dimension: labelOf(form, `checks.${check}.${dimension}`) ?? dimension,
      to: scored(form, check, dimension, scores[dimension] ?? ""),
      from: from === null ? say("what_if.open") : scored(form, check, dimension, from),
    });
  });
  return html`<span><b>${labelOf(form, `checks.${check}`) ?? check}</b> ${sentences.join(" ")}</span>
    <button type="button" class="kmop-button" data-unscore=${check} @click=${() => actions.clearScore(index, check)}
      >${say("what_if.unscore")}<span class="kmop-hidden">: ${labelOf(form, `checks.${check}`) ?? check}</span></button>`;
}

function adderTemplate(card: Card, points: string[]): Template {
  const { index, form, say, wrong } = card;
  const id = `what-if-${index}`;
  const isWrong = wrong.has(scoreKeyOf(index));
  return html`<div class="kmop-adder" role="group" aria-label=${say("what_if.add_score")} aria-describedby=${isWrong ? `${id}-missing` : nothing}>
    ${wrongTemplate(`${id}-missing`, isWrong ? say("what_if.missing") : undefined, say)}
    <p><label class="kmop-entry-label" for="${id}-check">${say("what_if.point")}</label>
      <select class="kmop-input" id="${id}-check" data-part="check">
        <option value="">${say("what_if.choose_point")}</option>
        ${points.map((check) => html`<option value=${check}>${labelOf(form, `checks.${check}`) ?? check}</option>`)}
      </select></p>
    ${DIMENSIONS.map((dimension) => scoreTemplate(card, dimension, points[0] ?? ""))}
    <button type="button" class="kmop-button" data-add-score @click=${(event: Event) => add(card, event)}
      >${say("what_if.add_score")}</button>
  </div>`;
}

function scoreTemplate({ index, form, say }: Card, dimension: Dimension, anyPoint: string): Template {
  const id = `what-if-${index}-${dimension}`;
  return html`<p><label class="kmop-entry-label" for=${id}>${labelOf(form, `checks.${anyPoint}.${dimension}`)}</label>
    <select class="kmop-input" id=${id} data-part=${dimension}>
      <option value="">${say("what_if.score_as_now")}</option>
      ${scoresOf(form, anyPoint, dimension).map((score) => html`<option value=${score}>${scored(form, anyPoint, dimension, score)}</option>`)}
    </select></p>`;
}

/** Take up what was chosen; without a point or a score, go to where it is missing. */
function add({ index, actions }: Card, event: Event): void {
  const adder = (event.currentTarget as HTMLElement).closest(".kmop-adder");
  const [check, ...sides] = [...(adder?.querySelectorAll("select") ?? [])];
  const scores = sides.filter(({ value }) => value !== "").map(({ dataset, value }) => [dataset["part"], value]);
  const missing = check?.value === "" ? check : scores.length === 0 ? sides[0] : undefined;
  if (check === undefined || missing !== undefined) {
    actions.missing(index);
    missing?.focus();
    return;
  }
  const point = check.value;
  for (const select of [check, ...sides]) {
    select.value = "";
  }
  actions.setScore(index, { [point]: Object.fromEntries(scores) as Scores });
}

/** The steps of the scale: every point offers the same. */
function scoresOf(form: HTMLFormElement, check: string, dimension: Dimension): string[] {
  const controls = form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(`checks.${check}.${dimension}`)}"]`);
  return [...controls].map(({ value }) => value).filter((value) => value !== UNKNOWN && value !== "");
}

function scored(form: HTMLFormElement, check: string, dimension: Dimension, score: string): string {
  return optionOf(form, `checks.${check}.${dimension}`, score) ?? score;
}

function scoreNow(answers: Answers, check: string, dimension: Dimension): string | null {
  const answer = (answers["checks"] as Tree | undefined)?.[check] as Tree | undefined;
  const score = answer?.[dimension];
  return typeof score === "string" ? score : null;
}
