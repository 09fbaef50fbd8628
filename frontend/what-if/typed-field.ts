/** A question of a scenario that is answered by typing; left empty, the answer is as it is now. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { supposed } from "../answers/scenarios.js";
import type { Say } from "../lib/messages.js";
import type { Card, Template } from "./card.js";
import { type TypedField, typedText, wrongText } from "./typed.js";

/** Where something wrong that was typed is kept, so that it stays in sight. */
export function keyOf(index: number, { id }: Pick<TypedField, "id">): string {
  return `${index} ${id}`;
}

/** Where it is kept that a score was added without a point, or a point without a score. */
export function scoreKeyOf(index: number): string {
  return `${index} /scores`;
}

/** What is wrong, beside what it is about; nothing where all is well. */
export function wrongTemplate(id: string, text: string | undefined, say: Say): Template {
  return text === undefined ? nothing : html`<p class="kmop-what-if__wrong" id=${id}>${say("error.beside", { text })}</p>`;
}

export function typedTemplate({ index, scenario, wrong, actions, say }: Card, field: TypedField): TemplateResult {
  const id = `what-if-${index}-${field.id}`;
  const bad = wrong.get(keyOf(index, field));
  const { least, most } = field.kind === "date" ? field.bounds : { least: nothing, most: nothing };
  const changed = (event: Event): void => {
    const { value, validity } = event.target as HTMLInputElement;
    actions.setTyped(index, field, value, validity.badInput);
  };
  return html`<div class="kmop-what-if__typed">
    <label class="kmop-entry-label" for=${id}>${field.label}</label>
    <p class="kmop-help" id="${id}-now">${say("what_if.typed_now", { now: field.now })}</p>
    <input class="kmop-input" id=${id} type=${field.kind === "date" ? "date" : "text"} min=${least} max=${most} autocomplete="off"
      inputmode=${field.kind === "count" ? "numeric" : field.kind === "decimal" ? "decimal" : nothing}
      aria-describedby="${id}-now${bad === undefined ? "" : ` ${id}-wrong`}" aria-invalid=${bad === undefined ? nothing : "true"}
      .value=${live(bad ?? typedText(field.kind, supposed(scenario, field.id)))} @change=${changed} />
    ${wrongTemplate(`${id}-wrong`, bad === undefined ? undefined : wrongText(field, say), say)}
  </div>`;
}
