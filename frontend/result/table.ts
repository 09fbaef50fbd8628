/** A table of the result with its caption; wide ones scroll by themselves, also by keyboard. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Table } from "../contract/table.js";

export function tableTemplate(table: Table): TemplateResult {
  const row = (cells: string[]): TemplateResult =>
    html`<tr>
      ${cells.map((cell, index) => (index ? html`<td data-label=${table.columns[index] ?? ""}>${cell}</td>` : html`<th scope="row">${cell}</th>`))}
    </tr>`;
  return html`<div class="kmop-table" role="region" aria-label=${table.caption} tabindex="0">
    <table>
      <caption>${table.caption}</caption>
      <thead>
        <tr>${table.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
      </thead>
      <tbody>${table.rows.map(row)}</tbody>
      ${table.total ? html`<tfoot>${row(table.total)}</tfoot>` : nothing}
    </table>
  </div>`;
}
