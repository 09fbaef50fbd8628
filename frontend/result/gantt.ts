/** Gantt chart: the steps to come as bars in a lane for each who acts, over the months; its table says the same. */

import { html, type TemplateResult } from "lit/html.js";
import { styleMap } from "lit/directives/style-map.js";
import type { Gantt, GanttBar } from "../contract/pictures.js";

/** Draw it: who listens hears the table instead. */
export function ganttTemplate({ months, marks, lanes, most }: Gantt): TemplateResult {
  const at = (day: number): string => `${(100 * day) / most}%`;
  const bar = (row: GanttBar): TemplateResult => html`<li>
    <span class="kmop-gantt__label">${row.label} <small>${row.text}</small></span>
    <span class="kmop-gantt__track">
      <span class="kmop-gantt__width" style=${styleMap({ "--from": at(row.start), "--to": at(row.end) })}></span>
      <span class="kmop-gantt__bar" style=${styleMap({ "--from": at(row.likely_start), "--to": at(row.likely_end) })}></span>
    </span>
  </li>`;
  return html`<div class="kmop-gantt" aria-hidden="true">
    <div class="kmop-gantt__months">
      ${months.map((month) => html`<span style=${styleMap({ "--from": at(month.at) })}>${month.label}</span>`)}
    </div>
    <div class="kmop-gantt__lanes">
      ${months.map((month) => html`<i class="kmop-gantt__tick" style=${styleMap({ "--from": at(month.at) })}></i>`)}
      ${marks.map(
        (mark) => html`<i class="kmop-gantt__mark" data-mark=${mark.kind} style=${styleMap({ "--from": at(mark.at) })}></i>`,
      )}
      ${lanes.map(
        (lane) => html`<section class="kmop-gantt__lane" data-who=${lane.who}>
          <h4>${lane.label}</h4>
          <ul>${lane.rows.map(bar)}</ul>
        </section>`,
      )}
    </div>
    <ul class="kmop-legend">
      ${marks.map((mark) => html`<li><i class="kmop-gantt__key" data-mark=${mark.kind}></i> ${mark.label}</li>`)}
    </ul>
  </div>`;
}
