/** The scenarios as the form shows them: what each supposes, and all of them beside today. */

import { html, nothing } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { type Scenario, supposed } from "../answers/scenarios.js";
import { MAX_NAME_LENGTH, nameOfScenario } from "../answers/title.js";
import type { Json } from "../answers/tree.js";
import type { Say } from "../lib/messages.js";
import { comparisonTemplate } from "../result/comparison-table.js";
import type { Card, CardModel, ScenarioActions, Template } from "./card.js";
import type { ChoiceField } from "./choices.js";
import { scoresTemplate } from "./score-picker.js";
import type { TypedField } from "./typed.js";
import { typedTemplate } from "./typed-field.js";

export function scenariosTemplate(
  model: CardModel,
  actions: ScenarioActions,
  form: HTMLFormElement,
  say: Say,
): Template {
  const card = (scenario: Scenario, index: number): Template => {
    const name = nameOfScenario(scenario, index, say);
    const result = model.result?.scenarios[index] ?? null;
    const { answers, fields, wrong } = model;
    return cardTemplate({ index, name, scenario, result, answers, wrong, actions, form, say }, fields);
  };
  return html`<div class="kmop-scenarios">${model.scenarios.map(card)}</div>
    <div class="kmop-buttons">
      <button type="button" class="kmop-button" data-add-scenario
        aria-disabled=${model.isFull ? "true" : "false"} @click=${actions.add}>${say("what_if.add")}</button>
    </div>
    ${model.result === null ? nothing : comparisonTemplate(model.result.table, say)}
    ${model.result === null ? nothing : html`<p class="kmop-help">${model.result.table.notice}</p>`}`;
}

function cardTemplate(card: Card, fields: (ChoiceField | TypedField)[]): Template {
  const { index, name, scenario, result, actions, say } = card;
  const typed = (event: Event): void => actions.rename(index, (event.target as HTMLInputElement).value);
  const isAsked = ({ id, isAsked: now }: ChoiceField | TypedField): boolean => (result === null ? now : result.asked[id] !== false);
  const shown = fields.filter((field) => isAsked(field) || supposed(scenario, field.id) !== undefined);
  return html`<details class="kmop-fold kmop-scenario" data-scenario=${index} open>
    <summary><h3>${name}</h3></summary>
    <label class="kmop-entry-label" for="what-if-${index}-title">${say("what_if.name")}</label>
    <input class="kmop-input" id="what-if-${index}-title" type="text" autocomplete="off" maxlength=${MAX_NAME_LENGTH}
      .value=${live(scenario.title ?? "")} @input=${typed} />
    ${repeat(shown, ({ id }) => id, (field) => ("bounds" in field ? typedTemplate(card, field) : fieldTemplate(card, field)))} ${scoresTemplate(card)}
    ${actionsTemplate(card)}
  </details>`;
}

function fieldTemplate({ index, scenario, actions, say }: Card, field: ChoiceField): Template {
  const chosen = supposed(scenario, field.id);
  const choices: { value: Json | undefined; label: string }[] = [
    { value: undefined, label: say("what_if.as_now", { now: field.now }) },
    ...field.choices.filter(({ value }) => !isSame(value, field.value)),
  ];
  if (!choices.some(({ value }) => isSame(value, chosen))) {
    choices.push({ value: chosen, label: field.describe(chosen ?? null) });
  }
  return html`<fieldset class="kmop-choice">
    <legend>${field.label}</legend>
    <div class="kmop-options kmop-options--row">
      ${choices.map(
        ({ value, label }) => html`<label class="kmop-option"><input type="radio" name="what-if-${index}-${field.id}"
            value=${JSON.stringify(value) ?? ""} .checked=${live(isSame(value, chosen))}
            @change=${() => actions.setAnswer(index, field.id, value)} /> <span>${label}</span></label>`,
      )}
    </div>
  </fieldset>`;
}

function actionsTemplate({ index, name, actions, say }: Card): Template {
  const button = (act: "adopt" | "branch" | "remove", run: (index: number) => void): Template =>
    html`<button type="button" class="kmop-button" data-act=${act} @click=${() => run(index)}
      >${say(`what_if.${act}`)}<span class="kmop-hidden">: ${name}</span></button>`;
  return html`<div class="kmop-buttons">${button("adopt", actions.apply)} ${button("branch", actions.saveAsNew)}
    ${button("remove", actions.remove)}</div>`;
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  const sorted = (value: Json | undefined): string | undefined =>
    JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
  return sorted(one) === sorted(other);
}
