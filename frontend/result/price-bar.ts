/** Price bar: the price in the parts that it is made of, and hatched what may come on top; its table says the same. */

import { html, type TemplateResult } from "lit/html.js";
import { styleMap } from "lit/directives/style-map.js";
import type { PriceBar, PricePart } from "../contract/pictures.js";

/** Draw it, with the sum of each kind of part below. */
export function priceTemplate({ parts, kinds, rest, most }: PriceBar): TemplateResult {
  const part = ({ kind, label, start, end }: PricePart): TemplateResult =>
    html`<span data-kind=${kind} title=${label} style=${styleMap({ "--share": `${(100 * (end - start)) / most}%` })}></span>`;
  const all = rest === null ? kinds : [...kinds, rest];
  return html`<div class="kmop-price" aria-hidden="true">
    <div class="kmop-price__bar">${[...parts, ...(rest === null ? [] : [rest])].map(part)}</div>
    <ul class="kmop-legend">
      ${all.map(({ kind, label, text }) => html`<li><i class="kmop-price__key" data-kind=${kind}></i> ${label}: <b>${text}</b></li>`)}
    </ul>
  </div>`;
}
