/** Heat map: each requirement a row, each check point a cell with its scores, which leads to the question about it. */

import { html, type TemplateResult } from "lit/html.js";
import { styleMap } from "lit/directives/style-map.js";
import type { HeatCell, HeatMap, HeatMark } from "../contract/pictures.js";
import type { Say } from "../lib/messages.js";
import { rove, stopAt } from "../ui/roving.js";
import type { Target } from "./target.js";

/** Draw it, with what each letter stands for below. */
export function heatTemplate({ rows, legend }: HeatMap, target: Target, say: Say): TemplateResult {
  return html`<div class="kmop-heat">
      ${rows.map(
        ({ label, cells }) => html`<section class="kmop-heat__row">
          <h4>${label}</h4>
          <ul @keydown=${rove}>
            ${cells.map((cell, index) => html`<li>${cellTemplate(cell, index, target)}</li>`)}
          </ul>
        </section>`,
      )}
      <p class="kmop-help kmop-arrows">${say("view.arrows")}</p>
    </div>
    <ul class="kmop-legend" aria-hidden="true">
      ${legend.map((mark) => html`<li>${mark.is_tip ? tipTemplate() : markTemplate(mark)} ${mark.text}</li>`)}
    </ul>`;
}

function cellTemplate({ label, asks, decides, marks, texts }: HeatCell, index: number, target: Target): TemplateResult {
  const words = `${label}: ${texts.join(", ")}`;
  const address = target(asks);
  const name = `kmop-heat__cell${decides ? "" : " kmop-heat__cell--tip"}`;
  const content = html`<span class=${name} title=${words} aria-hidden="true">${marks.map(markTemplate)}</span>
    <span class="kmop-hidden">${words}</span>`;
  return address === null ? content : html`<a href=${address} tabindex=${stopAt(index)}>${content}</a>`;
}

function tipTemplate(): TemplateResult {
  return html`<span class="kmop-heat__cell kmop-heat__cell--tip kmop-heat__key"></span>`;
}

function markTemplate({ letter, share }: HeatMark): TemplateResult {
  const name = `kmop-heat__mark${share === null ? " kmop-heat__mark--none" : ""}`;
  return html`<span class=${name} style=${styleMap({ "--share": `${Math.round((share ?? 0) * 100)}%` })}>${letter}</span>`;
}
