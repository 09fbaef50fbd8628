/** What was found: the sentence above it, each finding, and the text with the places marked. Text is never markup. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { CheckedText, Finding, Piece } from "../contract/texts.js";
import { unbroken } from "../lib/format.js";
import type { Say } from "../lib/messages.js";
import { sourcesTemplate, standingTemplate } from "../result/sources.js";

export interface FindingActions {
  say: Say;
  /** Lead to the place of a finding in the text. */
  show(number: number): void;
  /** Lead from the text back to a finding. */
  back(number: number): void;
  copy(text: string): void;
}

type Page = CheckedText["page"];

export const findingId = (number: number): string => `kmop-texts-finding-${number + 1}`;
export const placeId = (number: number): string => `kmop-texts-place-${number + 1}`;

/** How much was found, in words. */
export function summaryOf({ groups, date }: Page, say: Say): string {
  const [first, second] = groups.map(({ certainty, findings: { length: number } }, place) =>
    say(`result.${place > 0 ? "and_" : ""}${certainty}_${number === 1 ? "one" : "several"}`, { number }),
  );
  if (first === undefined) {
    return say("result.nothing", { date });
  }
  return second === undefined ? say("result.alone", { first }) : say("result.both", { first, second });
}

/** The findings, what seems wrong apart from what one may look at. */
export function findingsTemplate(page: Page, actions: FindingActions): TemplateResult {
  const { say } = actions;
  const isSomething = page.groups.length > 0;
  return html`
    <p class="kmop-texts-summary">${summaryOf(page, say)}</p>
    <p class="kmop-hint">${isSomething ? say("result.for", { date: page.date }) : nothing} ${say("looked.careful")}</p>
    ${page.groups.map(
      ({ certainty, findings }) => html`
        <h3>${say(`group.${certainty}`)}</h3>
        <ol class="kmop-texts-findings kmop-texts-findings--${certainty}">
          ${findings.map((finding) => html`<li id=${findingId(finding.number)} tabindex="-1">${findingTemplate(finding, actions)}</li>`)}
        </ol>
      `,
    )}
  `;
}

function findingTemplate(finding: Finding, { say, show, copy }: FindingActions): TemplateResult {
  const number = finding.number + 1;
  const { better } = finding;
  return html`
    <h4>${say("finding.title", { number, name: capital(finding.name) })}</h4>
    ${finding.has_place
      ? html`<p><span class="kmop-label">${say("finding.says")}</span> ${finding.quote}</p>`
      : html`<p>${say("finding.absent")}</p>`}
    <p><span class="kmop-label">${say("finding.why")}</span> ${unbroken(finding.reason)}</p>
    <p class="kmop-texts-better"><span class="kmop-label">${say("finding.better")}</span> ${unbroken(better)}</p>
    <p class="kmop-texts-row">
      ${finding.can_stand
        ? html`<button type="button" class="md-button" aria-label=${say("finding.copy_what", { better })} @click=${() => copy(better)}
            >${say("finding.copy")}</button
          >`
        : nothing}
      ${finding.has_place
        ? html`<button type="button" class="md-button" aria-label=${say("finding.show_what", { number })} @click=${() => show(finding.number)}
            >${say("finding.show")}</button
          >`
        : nothing}
    </p>
    <details class="kmop-more">
      <summary>${say("finding.known")}</summary>
      ${knownTemplate(finding, say)}
    </details>
  `;
}

function knownTemplate(finding: Finding, say: Say): TemplateResult {
  if (finding.sources.length === 0) {
    return html`<p>${say("finding.ours")}</p>`;
  }
  return html`<p><span class="kmop-label">${say("finding.sources")}</span> ${standingTemplate(finding)}</p>
    ${sourcesTemplate(finding.sources)}`;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** The text as it is read, with a mark at each place and a button back to the finding. */
export function markedTemplate(pieces: readonly Piece[], { say, back }: FindingActions): TemplateResult[] {
  const seen = new Set<number>();
  return pieces.map(({ text, findings }) => {
    const begun = findings.filter((number) => !seen.has(number));
    begun.forEach((number) => seen.add(number));
    return findings.length === 0
      ? html`${text}`
      : html`${begun.map(
            (number) =>
              html`<button type="button" id=${placeId(number)} class="kmop-texts-number" aria-label=${say("text.back", { number: number + 1 })} @click=${() => back(number)}>${number + 1}</button>`,
          )}<mark>${text}</mark>`;
  });
}
