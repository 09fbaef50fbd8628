/** Pictures of the result: bars on one axis, in a table that says the same in words. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { styleMap } from "lit/directives/style-map.js";
import type { Bar, Picture } from "../contract/view.js";
import type { Say } from "../lib/messages.js";

/** The picture, folded: it repeats what the lines say, for who would rather look than read. */
export function pictureTemplate(picture: Picture, say: Say): TemplateResult {
  return html`<details class="kmop-picture">
    <summary>${say("view.picture")}</summary>
    <p class="kmop-picture__caption" aria-hidden="true">${picture.caption}</p>
    <div class="kmop-picture__axis" aria-hidden="true">
      ${picture.axis.map(
        ({ at, label }) => html`<span
          class=${at === 0 ? "kmop-picture__first" : at === picture.most ? "kmop-picture__last" : ""}
          style=${styleMap({ "--at": part(at, picture) })}
        >${label}</span>`,
      )}
    </div>
    <table class="kmop-picture__table">
      <caption class="kmop-hidden">${picture.caption}</caption>
      <thead class="kmop-hidden">
        <tr><th scope="col">${say("view.picture_part")}</th><th scope="col">${say("view.picture_value")}</th></tr>
      </thead>
      ${picture.groups.map(
        (group) => html`<tbody>
          ${picture.groups.length > 1
            ? html`<tr><th colspan="2" scope="rowgroup" class="kmop-picture__group">${group.label}</th></tr>`
            : nothing}
          ${group.rows.map((row) => barTemplate(row, picture))}
        </tbody>`,
      )}
    </table>
  </details>`;
}

function barTemplate(row: Bar, picture: Picture): TemplateResult {
  const place = { "--start": part(row.start, picture), "--end": part(row.end, picture) };
  return html`<tr>
    <th scope="row">${row.label}</th>
    <td>
      <span class="kmop-picture__track" aria-hidden="true">
        <span class=${`kmop-picture__bar${row.certain ? "" : " kmop-picture__bar--open"}`} style=${styleMap(place)}></span>
        ${row.likely === null
          ? nothing
          : html`<span class="kmop-picture__likely" style=${styleMap({ "--at": part(row.likely, picture) })}></span>`}
      </span>
      <span class="kmop-picture__text">${row.text}</span>
    </td>
  </tr>`;
}

function part(at: number, picture: Picture): string {
  return `${picture.most ? (100 * at) / picture.most : 0}%`;
}
