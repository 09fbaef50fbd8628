/** A comparison as a table, in the shape that `assessment/view/comparison.py` gives; on a small screen as cards. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Cell, ComparedTable, ComparisonGroup } from "../contract/comparison.js";
import type { Say } from "../lib/messages.js";

/** The table; its roles are named because a table that is laid out as cards would lose them. */
export function comparisonTemplate(table: ComparedTable, say: Say): TemplateResult {
  const rows = table.groups.flatMap((group) => group.rows);
  return html`${rows.some(({ same }) => same) ? allTemplate(say) : nothing}
    <div class="kmop-compare" role="region" tabindex="0" aria-label=${table.caption}>
    <table role="table" class="kmop-compare__table">
      <caption>${table.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${table.corner}</th>
          ${table.columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
        </tr>
      </thead>
      ${table.groups.map((group) => groupTemplate(group, table.columns))}
    </table>
  </div>`;
}

/** Whether the rows in which nothing differs show as well: the style sheet follows the box. */
function allTemplate(say: Say): TemplateResult {
  return html`<label class="kmop-option kmop-compare-all"><input type="checkbox" />
    <span>${say("compare.all")}</span></label>`;
}

function groupTemplate(group: ComparisonGroup, columns: string[]): TemplateResult {
  return html`<tbody role="rowgroup" class=${group.rows.every(({ same }) => same) ? "kmop-compare__same" : ""}>
    <tr role="row" class="kmop-compare__group">
      <th role="rowheader" scope="rowgroup" colspan=${columns.length + 1}>${group.title}</th>
    </tr>
    ${group.rows.map(
      (row) => html`<tr role="row" class=${row.same ? "kmop-compare__same" : ""}>
        <th role="rowheader" scope="row">${row.label}</th>
        ${row.cells.map((cell, index) => cellTemplate(cell, columns[index] ?? ""))}
      </tr>`,
    )}
  </tbody>`;
}

function cellTemplate(cell: Cell, column: string): TemplateResult {
  const change =
    cell.change === null
      ? nothing
      : html` <span class="kmop-state kmop-tone-${cell.tone}">${cell.change}</span>`;
  return html`<td role="cell"><span class="kmop-compare__column" aria-hidden="true">${column}</span>
    <span class="kmop-compare__value">${cell.text}${change}</span></td>`;
}
