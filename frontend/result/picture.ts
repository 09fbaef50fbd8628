/** Pictures of the result: each shows as it comes, with the table that says the same folded below. */

import { html, type TemplateResult } from "lit/html.js";
import type { Picture } from "../contract/pictures.js";
import type { Say } from "../lib/messages.js";
import { ganttTemplate } from "./gantt.js";
import { heatTemplate } from "./heat-map.js";
import { priceTemplate } from "./price-bar.js";
import { tableTemplate } from "./table.js";
import type { Target } from "./target.js";

/** The picture with its caption and its table. */
export function pictureTemplate(picture: Picture, { say, target }: { say: Say; target: Target }): TemplateResult {
  return html`<figure class="kmop-picture">
    <figcaption>${picture.caption}</figcaption>
    ${drawingOf(picture, target, say)}
    <details class="kmop-fold kmop-picture__table">
      <summary>${say("view.as_table")}<span class="kmop-hidden">: ${picture.table.caption}</span></summary>
      ${tableTemplate(picture.table)}
    </details>
  </figure>`;
}

function drawingOf(picture: Picture, target: Target, say: Say): TemplateResult {
  switch (picture.kind) {
    case "heat":
      return heatTemplate(picture, target, say);
    case "gantt":
      return ganttTemplate(picture);
    case "price":
      return priceTemplate(picture);
  }
}
