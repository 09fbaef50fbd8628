/** The first screen of the result: what is left to do, our estimate as a flat band, what to do first, time and money. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { CellRow, Estimate, FirstTask, Summary, SummaryMoney, SummaryTime } from "../contract/view.js";
import { unbroken } from "../lib/format.js";
import type { Say } from "../lib/messages.js";
import { rove, stopAt } from "../ui/roving.js";
import { linked, standingTemplate } from "./sources.js";
import type { Target } from "./target.js";

/** Draw it, with the mark of what is left to do. */
export function summaryTemplate(summary: Summary, say: Say, target: Target, mark: TemplateResult | typeof nothing): TemplateResult {
  const { left, counts, alerts, estimate, first, time, money, cells } = summary;
  return html`<div class="kmop-summary">
    <p class="kmop-report__headline">${left}</p>
    ${counts ? html`<p class="kmop-summary__counts">${counts}</p>` : nothing}
    ${mark} ${alerts.map((alert) => html`<p class="kmop-summary__alert">${alert}</p>`)}
    ${estimate === null ? nothing : estimateTemplate(estimate, say)}
    <div class="kmop-summary__cards">
      ${first.length > 0 ? firstTemplate(first, say, target) : nothing} ${time === null ? nothing : timeTemplate(time, say)}
      ${money === null ? nothing : moneyTemplate(money, say)}
    </div>
    ${cells.length > 0 ? cellsTemplate(cells, say, target) : nothing}
  </div>`;
}

/** A band as wide as the verdicts that may come, without a shape: nobody knows how likely each is. */
function estimateTemplate({ text, likely, worst, best, scale, because, note }: Estimate, say: Say): TemplateResult {
  const ids = scale.map(({ id }) => id);
  const [from, to] = [ids.indexOf(worst), ids.indexOf(best)];
  const part = ({ id, title }: Estimate["scale"][number], index: number): TemplateResult => {
    const isIn = index >= from && index <= to;
    const name = `kmop-band__part${isIn ? " kmop-band__part--in" : ""}${id === likely ? " kmop-band__part--likely" : ""}`;
    return html`<li class=${name} data-verdict=${id}>${title}</li>`;
  };
  return html`<div class="kmop-summary__estimate">
    <p><b>${text}</b></p>
    <ul class="kmop-band" aria-label=${say("summary.band")}>
      ${scale.map(part)}
    </ul>
    <details class="kmop-fold">
      <summary>${say("summary.how")}</summary>
      ${because ? html`<p>${because}</p>` : nothing}
      <p>${note}</p>
    </details>
  </div>`;
}

function firstTemplate(tasks: FirstTask[], say: Say, target: Target): TemplateResult {
  const item = ({ title, text, asks, href }: FirstTask): TemplateResult =>
    html`<li>${linked(title, (asks === null ? null : target(asks)) ?? href)} ${text === title ? nothing : html`<small>${text}</small>`}</li>`;
  return html`<section class="kmop-summary__card">
    <h3>${say("summary.first")}</h3>
    <ol>
      ${tasks.map(item)}
    </ol>
  </section>`;
}

function timeTemplate(time: SummaryTime, say: Say): TemplateResult {
  const { text, range, parts, margin, terms } = time;
  return html`<section class="kmop-summary__card">
    <h3>${say("summary.time")}</h3>
    <p><b>${unbroken(text)}</b>${range ? html` <small>${unbroken(range)}</small>` : nothing} ${standingTemplate(time)}</p>
    <ul class="kmop-lanes">
      ${parts.map((part) => html`<li data-who=${part.who}><b>${part.title}</b> ${part.text}</li>`)}
    </ul>
    ${margin ? html`<p>${margin}</p>` : nothing} ${terms.map((term) => html`<p>${term}</p>`)}
  </section>`;
}

function moneyTemplate(money: SummaryMoney, say: Say): TemplateResult {
  const { text, range, worth } = money;
  return html`<section class="kmop-summary__card">
    <h3>${say("summary.money")}</h3>
    <p><b>${unbroken(text)}</b>${range ? html` <small>${unbroken(range)}</small>` : nothing} ${standingTemplate(money)}</p>
    ${worth ? html`<p>${worth}</p>` : nothing}
  </section>`;
}

/** A row for each requirement, with a cell a point: its state in a sign and in words, and a way to the question. */
function cellsTemplate(rows: CellRow[], say: Say, target: Target): TemplateResult {
  const cell = ({ title, state, label, asks }: CellRow["cells"][number], index: number): TemplateResult => {
    const words = say("summary.cell", { title, label });
    const address = target(asks);
    const sign = html`<span class="kmop-cell kmop-cell--${state}" title=${words}><span class="kmop-hidden">${words}</span></span>`;
    return html`<li>${address === null ? sign : html`<a href=${address} tabindex=${stopAt(index)}>${sign}</a>`}</li>`;
  };
  return html`<section class="kmop-summary__cells">
    <h3>${say("summary.cells")}</h3>
    <dl>
      ${rows.map(
        (row) => html`<div>
          <dt>${row.title} <small>${row.state_label}</small></dt>
          <dd>${row.cells.length > 0 ? html`<ul @keydown=${rove}>${row.cells.map(cell)}</ul>` : nothing}</dd>
        </div>`,
      )}
    </dl>
    ${rows.some(({ cells }) => cells.some(({ state }) => state === "tip")) ? html`<p class="kmop-help">${say("summary.tips")}</p>` : nothing}
    <p class="kmop-help kmop-arrows">${say("view.arrows")}</p>
  </section>`;
}
