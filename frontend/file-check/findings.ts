/** What was found in a list: the summary, each finding with its place, and how the columns were read. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { FileFinding, FilesReport, ListWords, LookedAtList } from "../contract/files.js";
import { count, inWords, unbroken } from "../lib/format.js";
import type { Say } from "../lib/messages.js";
import { sourcesTemplate, standingTemplate } from "../result/sources.js";

const DAY = /^\d{4}-\d\d-\d\d$/;
/** As many are shown at first, and with each "more". */
export const SHOWN_AT_ONCE = 50;

/** What of the findings is shown. */
export interface Shown {
  onlyWrong: boolean;
  most: number;
}

export interface ResultActions {
  say: Say;
  show(shown: Shown): void;
}

export interface Result {
  report: FilesReport;
  words: ListWords;
  columns: LookedAtList["columns"];
}

export function resultTemplate(result: Result, shown: Shown, actions: ResultActions): TemplateResult {
  const { say } = actions;
  const [summary, ...more] = result.words.parts;
  const parts = more.filter(({ name }) => name !== "evidence"); // which stands apart, with its buttons
  return html`
    <p class="kmop-texts-summary">${result.words.conclusion}</p>
    <p class="kmop-hint">${say("looked.careful")}</p>
    ${summary === undefined ? nothing : partTemplate(summary)} ${findingsTemplate(result, shown, actions)}
    ${parts.map((part) => html`<details class="kmop-more"><summary>${part.title}</summary>${linesTemplate(part.lines)}</details>`)}
    <details class="kmop-more"><summary>${say("columns.title")}</summary>${linesTemplate(result.columns.map((column) => say("columns.line", column)))}</details>
  `;
}

function partTemplate({ title, lines }: ListWords["parts"][number]): TemplateResult {
  return html`<h3>${title}</h3>
    ${linesTemplate(lines)}`;
}

function linesTemplate(lines: readonly string[]): TemplateResult {
  return html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;
}

/** What is left when only what seems wrong is asked for. */
export function wanted(findings: readonly FileFinding[], { onlyWrong }: Shown): readonly FileFinding[] {
  return onlyWrong ? findings.filter(({ certainty }) => certainty === "seems_wrong") : findings;
}

function findingsTemplate({ report, words }: Result, shown: Shown, { say, show }: ResultActions): TemplateResult | typeof nothing {
  if (report.findings.length === 0) {
    return nothing;
  }
  const found = wanted(report.findings, shown);
  const number = Math.min(shown.most, found.length);
  const left = Math.min(SHOWN_AT_ONCE, found.length - number);
  const filter = ({ target }: Event): void => show({ onlyWrong: (target as HTMLInputElement).checked, most: SHOWN_AT_ONCE });
  return html`
    <p class="kmop-texts-row kmop-files-filter">
      <label><input type="checkbox" .checked=${shown.onlyWrong} @change=${filter} /> ${say("result.only_wrong")}</label>
      <span role="status">${found.length === 0 ? say("result.none_wrong") : say("result.shown", { shown: counted(number), number: counted(found.length) })}</span>
    </p>
    <ol class="kmop-texts-findings">
      ${found
        .slice(0, number)
        .map((finding) => html`<li class="kmop-files--${finding.certainty}">${findingTemplate(finding, words, say)}</li>`)}
    </ol>
    ${left > 0
      ? html`<p><button type="button" class="md-button" @click=${() => show({ ...shown, most: shown.most + SHOWN_AT_ONCE })}
            >${say("result.more", { number: left })}</button
          ></p>`
      : nothing}
  `;
}

function counted(number: number): string {
  return count(number, document.documentElement.lang);
}

/** What a cell says; a day of a workbook is a number there, which nobody sees. */
function quoted(text: string): string {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) ? inWords(text, document.documentElement.lang) : text;
}

export function placeOf({ row, column }: FileFinding, say: Say): string {
  return column === "" ? say("result.place_row", { row }) : say("result.place", { row, column });
}

function findingTemplate(finding: FileFinding, words: ListWords, say: Say): TemplateResult {
  const name = words.kinds[finding.finding] ?? "";
  return html`
    <h4>${say("finding.title", { place: placeOf(finding, say), name })}</h4>
    <p class="kmop-files-certainty">${say(finding.certainty === "tip" ? "result.tip" : "result.seems_wrong")}</p>
    ${finding.quote === "" ? nothing : html`<p><span class="kmop-label">${say("finding.says")}</span> ${quoted(finding.quote)}</p>`}
    <p><span class="kmop-label">${say("finding.why")}</span> ${unbroken(finding.reason)}</p>
    <p><span class="kmop-label">${say("finding.better")}</span> ${unbroken(finding.better)}</p>
    <details class="kmop-more">
      <summary>${say("finding.known")}</summary>
      ${groundsTemplate(finding, words, say)}
    </details>
  `;
}

function groundsTemplate({ rule }: FileFinding, { grounds }: ListWords, say: Say): TemplateResult {
  const known = grounds[rule];
  if (known === undefined || known.sources.length === 0) {
    return html`<p>${say("finding.ours")}</p>`;
  }
  return html`<p><span class="kmop-label">${say("finding.sources")}</span> ${standingTemplate(known)}</p>
    ${sourcesTemplate(known.sources)}`;
}
