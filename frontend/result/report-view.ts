/** The report in words, as elements: whatever the view holds, in the shape that `contract/view.ts` gives. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Line, Question, Section, Table, View } from "../contract/view.js";
import type { Say } from "../lib/messages.js";
import { pictureTemplate } from "./bar-chart.js";
import type { Explanations } from "./explanations.js";
import { linked, sourcesTemplate, standingTemplate } from "./sources.js";

/** The part that comes unfolded: what to do. */
const OPEN = "actions";
/** How many of the next questions show at once. */
const NEXT_SHOWN = 5;

type Template = TemplateResult | typeof nothing;

/** What the parts of the result need beside what they show. */
export interface RenderContext {
  say: Say;
  /** Finds the question in the page that a field belongs to, as an address; null when none. */
  target: (field: string) => string | null;
  explanations: Explanations;
  /** Whether the parts come unfolded, as they do where all is on one page. */
  isUnfolded: boolean;
}

/** The result with as many of its lines as there is room for. */
export function viewTemplate(view: View, lineBudget: number, context: RenderContext): Template {
  const { say, target, explanations, isUnfolded } = context;
  return html`<div class="kmop-report">
    <p class="kmop-report__title">${view.title}</p>
    ${explanations.disclosure(view.why, view.headline)}
    ${view.remarks.map((remark) => html`<p class="kmop-report__remark">${remark}</p>`)}
    <p class="kmop-report__notice">${view.notice}</p>
    ${nextTemplate(view.next, say, target)}
    ${repeat(
      fitting(view.sections, lineBudget),
      ([section]) => section.id,
      // What did not change is the same object as before, and stays as it stands on the page.
      ([section, lines]) => guard([section, lines, explanations.known, isUnfolded], () => sectionTemplate(section, lines, context)),
    )}
    <p class="kmop-report__receipt">
      ${say("view.receipt", { norm: view.norm.id, version: view.norm.version, date: view.date })}
      <code>${view.norm.sha256.slice(0, 12)}</code>
    </p>
  </div>`;
}

/**
 * All sections, each with how many of its lines there is room for. The sections are all there at once: to add one later
 * would make the browser work out the styles of all others anew.
 */
function fitting(sections: Section[], lineBudget: number): [Section, number][] {
  return sections.map((section, index) => {
    const left = lineBudget - sizeOf(sections.slice(0, index));
    return [section, Math.max(0, Math.min(left, section.lines.length))];
  });
}

/** How many lines all of these sections have. */
export function sizeOf(sections: Section[]): number {
  return sections.reduce((sum, { lines }) => sum + lines.length, 0);
}

function nextTemplate(
  questions: Question[],
  say: Say,
  target: (field: string) => string | null,
): Template {
  if (questions.length === 0) {
    return nothing;
  }
  const item = (question: Question): Template => {
    const address = target(question.field) ?? question.href;
    return html`<li>${linked(question.text, address)}</li>`;
  };
  const list = (some: Question[]): Template =>
    html`<ul>${repeat(some, (question) => question.field, item)}</ul>`;
  const rest = questions.slice(NEXT_SHOWN);
  return html`<section class="kmop-next" aria-labelledby="kmop-next-title">
    <h3 id="kmop-next-title">${say("view.next")}</h3>
    ${list(questions.slice(0, NEXT_SHOWN))}
    ${rest.length
      ? html`<details class="kmop-fold">
          <summary>${say("view.next_rest", { n: rest.length })}</summary>
          ${list(rest)}
        </details>`
      : nothing}
  </section>`;
}

/** A part that one opens; the plan is open. */
function sectionTemplate(section: Section, lines: number, context: RenderContext): Template {
  const { say, explanations, isUnfolded } = context;
  const title = titleId(section.id);
  const isOpen = isUnfolded || section.id === OPEN;
  return html`<details class="kmop-section" data-section=${section.id} ?open=${isOpen}>
    <summary><h3 id=${title}>${section.title}</h3></summary>
    ${section.intro ? html`<p>${section.intro}</p>` : nothing} ${explanations.disclosure(section.why, section.title)}
    ${section.picture ? pictureTemplate(section.picture, say) : nothing}
    ${linesTemplate(section.lines.slice(0, lines), context)}
    ${section.table ? tableTemplate(section.table) : nothing}
  </details>`;
}

function linesTemplate(lines: Line[], context: RenderContext): Template {
  if (lines.length === 0) {
    return nothing;
  }
  return html`<ul class="kmop-lines">
    ${repeat(keyed(lines), ([key]) => key, ([, line]) => lineTemplate(line, context))}
  </ul>`;
}

/** Lines by a key of their own: several may be about one element. */
function keyed(lines: Line[]): [string, Line][] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const count = seen.get(line.id) ?? 0;
    seen.set(line.id, count + 1);
    return [`${line.id} ${count}`, line];
  });
}

function lineTemplate(line: Line, context: RenderContext): Template {
  return html`<li class="kmop-line kmop-tone-${line.tone}" data-line=${line.id}>
    <p class="kmop-line__head">
      <span class="kmop-line__title">${linked(line.title, line.href)}</span>
      ${stateTemplate(line)} ${standingTemplate(line)}
    </p>
    ${line.text ? html`<p class="kmop-line__text">${line.text}</p>` : nothing}
    ${askTemplate(line, context)} ${line.why === null ? sourcesTemplate(line.sources) : nothing}
    ${foldTemplate(line, context)}
    ${context.explanations.disclosure(line.why, line.title)}
  </li>`;
}

/** Where in the form the reader sees to it, beside the link into the guide. */
function askTemplate(line: Line, { say, target }: RenderContext): Template {
  const address = line.asks === null ? null : target(line.asks);
  return address === null
    ? nothing
    : html`<p class="kmop-line__ask">
        <a href=${address}>${say("view.ask")}<span class="kmop-hidden">: ${line.title}</span></a>
      </p>`;
}

function stateTemplate(line: Line): Template {
  return line.state_label
    ? html`<span class="kmop-state kmop-tone-${line.tone}">${line.state_label}</span>`
    : nothing;
}

/** What unfolds: reasons and finer lines. The browser keeps open what the reader unfolded. */
function foldTemplate(line: Line, context: RenderContext): Template {
  if (!line.details.length && !line.lines.length) {
    return nothing;
  }
  return html`<details class="kmop-fold">
    <summary>${context.say("view.more")}<span class="kmop-hidden">: ${line.title}</span></summary>
    ${line.details.length
      ? html`<dl class="kmop-details">
          ${line.details.map((detail) => html`<dt>${detail.label}</dt><dd>${detail.text}</dd>`)}
        </dl>`
      : nothing}
    ${linesTemplate(line.lines, context)}
  </details>`;
}

/** A table with its caption; wide ones scroll by themselves, also by keyboard. */
function tableTemplate(table: Table): Template {
  const row = (cells: string[]): Template =>
    html`<tr>
      ${cells.map((cell, index) => (index ? html`<td>${cell}</td>` : html`<th scope="row">${cell}</th>`))}
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

function titleId(section: string): string {
  return `kmop-section-${section}`;
}
