/** The clients as a table; on a small screen each in two lines. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { ClientCell, ClientRow } from "../contract/clients.js";
import { moment, unbroken } from "../lib/format.js";
import type { Say } from "../lib/messages.js";
import { type Client, type Column, COLUMNS, type Sorting } from "./order.js";

export interface TableModel {
  clients: readonly Client[];
  chosen: ReadonlySet<string>;
  sorting: Sorting;
}

export interface TableActions {
  sort(by: Column): void;
  open(id: string): void;
  choose(id: string, isChosen: boolean): void;
}

type Template = TemplateResult | typeof nothing;

/** Its roles are named because a table that is laid out as lines would lose them. */
export function tableTemplate(model: TableModel, actions: TableActions, say: Say, language: string): TemplateResult {
  return html`<table role="table" class="kmop-clients__table">
    <caption class="kmop-hidden">${say("clients.caption")}</caption>
    <thead role="rowgroup"><tr role="row">
      <th role="columnheader" scope="col">${say("clients.column.choose")}</th>
      ${COLUMNS.map((column) => headTemplate(column, model.sorting, actions, say))}
    </tr></thead>
    <tbody role="rowgroup">
      ${repeat(model.clients, ({ id }) => id, (client) => rowTemplate(client, model.chosen.has(client.id), actions, say, language))}
    </tbody>
  </table>`;
}

function headTemplate(column: Column, { by, isDown }: Sorting, actions: TableActions, say: Say): TemplateResult {
  const way = by !== column ? nothing : isDown ? "descending" : "ascending";
  return html`<th role="columnheader" scope="col" aria-sort=${way}>
    <button type="button" data-sort=${column} @click=${() => actions.sort(column)}>${say(`clients.column.${column}`)}</button>
  </th>`;
}

function rowTemplate(client: Client, isChosen: boolean, actions: TableActions, say: Say, language: string): TemplateResult {
  const { id, name, row } = client;
  const ticked = (event: Event): void => actions.choose(id, (event.target as HTMLInputElement).checked);
  return html`<tr role="row" data-client=${id} data-state=${row?.state ?? "waiting"}>
    <td role="cell" class="kmop-clients__choose"><label class="kmop-option">
      <input type="checkbox" .checked=${live(isChosen)} @change=${ticked} />
      <span class="kmop-hidden">${say("clients.choose", { name })}</span></label></td>
    <th role="rowheader" scope="row"><button type="button" data-open @click=${() => actions.open(id)}
      ><span class="kmop-hidden">${say("clients.open")} </span>${name}</button>
      ${client.isOpen ? html`<span class="kmop-state">${say("work.open")}</span>` : nothing}</th>
    <td role="cell" class="kmop-clients__outcome">${outcomeTemplate(row, say)}</td>
    ${(["left", "next", "price"] as const).map((column) => cellTemplate(column, row?.[column], say))}
    <td role="cell" class="kmop-clients__changed">${moment(client.changed, language)}</td>
  </tr>`;
}

function outcomeTemplate(row: ClientRow | null, say: Say): Template | string {
  return row === null ? html`<small>${say("clients.waiting")}</small>` : row.outcome.text;
}

function cellTemplate(column: Column, cell: ClientCell | undefined, say: Say): TemplateResult {
  const about = cell?.about ? html` <small>${cell.about}</small>` : nothing;
  const label = html`<span class="kmop-clients__label" aria-hidden="true">${say(`clients.column.${column}`)}</span>`;
  return html`<td role="cell" class="kmop-clients__cell--${column}">${cell?.text ? html`${label} ${unbroken(cell.text)}${about}` : nothing}</td>`;
}
