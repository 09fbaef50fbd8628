/** The report in words, as elements: whatever the view holds, in the shape that `contract/view.ts` gives. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Line, Question, Section, View } from "../contract/view.js";
import type { Say } from "../lib/messages.js";
import type { Explanations } from "./explanations.js";
import { linked, sourcesTemplate } from "./sources.js";
import { pictureTemplate } from "./picture.js";
import { tableTemplate } from "./table.js";
import type { Target } from "./target.js";

type Template = TemplateResult | typeof nothing;

/** What the parts of the result need beside what they show. */
export interface RenderContext {
  say: Say;
  /** Finds the question in the page that a field belongs to, as an address; null when none. */
  target: Target;
  explanations: Explanations;
  /** Whether the parts come unfolded, as they do where all is on one page. */
  isUnfolded: boolean;
  /** Whether it is drawn within a mark. */
  isNested?: boolean;
}

/** The result with as many of its lines as there is room for. */
export function viewTemplate(view: View, lineBudget: number, context: RenderContext): Template {
  const { say, explanations, isUnfolded } = context;
  return html`<div class="kmop-report">
    <p class="kmop-report__title">${view.title}</p>
    ${view.remarks.map((remark) => html`<p class="kmop-report__remark">${remark}</p>`)}
    <p class="kmop-report__notice">${view.notice}</p>
    ${nextTemplate(view.next, context)} ${view.sections.length > 0 ? allTemplate(context) : nothing}
    ${repeat(
      fitting(view.sections, lineBudget),
      ([section]) => section.id,
      // What did not change is the same object as before, and stays as it stands on the page.
      ([section, lines]) => guard([section, lines, explanations.known, explanations.showsAll, isUnfolded], () => sectionTemplate(section, lines, context)),
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

/** What to answer next, folded: it is for whoever wants the result to be narrower. */
function nextTemplate(questions: Question[], { say, target, isUnfolded }: RenderContext): Template {
  const item = ({ field, text, href }: Question): Template => html`<li>${linked(text, target(field) ?? href)}</li>`;
  return questions.length === 0
    ? nothing
    : html`<details class="kmop-section kmop-next" ?open=${isUnfolded}>
        <summary><h3>${say("view.next", { n: questions.length })}</h3></summary>
        <ul>
          ${repeat(questions, ({ field }) => field, item)}
        </ul>
      </details>`;
}

/** The one switch over all marks. */
function allTemplate({ say, explanations }: RenderContext): Template {
  const changed = ({ target }: Event): void => void explanations.showAll((target as HTMLInputElement).checked);
  return html`<label class="kmop-option kmop-why-all">
    <input type="checkbox" .checked=${explanations.showsAll} @change=${changed} /> <span>${say("why.all")}</span>
  </label>`;
}

/** A part that one opens. */
function sectionTemplate(section: Section, lines: number, context: RenderContext): Template {
  const { explanations, isUnfolded, say } = context;
  return html`<details class="kmop-section" data-section=${section.id} ?open=${isUnfolded}>
    <summary><h3 id=${titleId(section.id)}>${section.title}</h3></summary>
    <button type="button" class="kmop-button kmop-hidden kmop-skip" @click=${skip}>${say("view.skip")}<span class="kmop-hidden">: ${section.title}</span></button>
    ${section.intro ? html`<p>${section.intro}</p>` : nothing}
    ${section.why === null ? nothing : explanations.mark({ key: section.why, about: section.title })}
    ${section.picture ? pictureTemplate(section.picture, context) : nothing}
    ${groupsTemplate(section.lines.slice(0, lines), context)}
    ${section.table && !section.picture ? tableTemplate(section.table) : nothing}
  </details>`;
}

/** Go on behind a part without walking through it. */
function skip({ currentTarget }: Event): void {
  const part = (currentTarget as HTMLElement).closest(".kmop-section");
  const next = part?.nextElementSibling as HTMLElement | null;
  const heading = next?.querySelector<HTMLElement>(":scope > summary") ?? next;
  if (heading !== null && heading.tabIndex < 0) {
    heading.tabIndex = -1;
  }
  heading?.focus();
}

/** Lines that follow each other under one heading. */
function groupsTemplate(lines: Line[], context: RenderContext): Template[] {
  const groups: { heading: string | null; lines: Line[] }[] = [];
  for (const line of lines) {
    const heading = line.group_label ?? null;
    const last = groups.at(-1);
    if (last?.heading === heading) {
      last.lines.push(line);
    } else {
      groups.push({ heading, lines: [line] });
    }
  }
  return groups.map(
    (group) => html`${group.heading === null ? nothing : html`<h4 class="kmop-lines__group">${group.heading}</h4>`}${linesTemplate(group.lines, context)}`,
  );
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

/** A line reads without its mark: what to do stands in it, and why we say so behind it. Within a mark all is unfolded. */
function lineTemplate(line: Line, context: RenderContext): Template {
  return html`<li class="kmop-line kmop-tone-${line.tone}" data-line=${line.id}>
    <p class="kmop-line__head"><span class="kmop-line__title">${line.title}</span> ${stateTemplate(line)}</p>
    ${line.text ? html`<p class="kmop-line__text">${line.text}</p>` : nothing}
    ${detailsTemplate(line.details.filter((detail) => !detail.is_ground))} ${askTemplate(line, context)}
    ${markTemplate(line, context)} ${context.isNested ? linesTemplate(line.lines, context) : nothing}
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

/** The mark of a line, with all that it rests on; without anything of the kind there is none. */
function markTemplate(line: Line, context: RenderContext): Template {
  const grounds = line.details.filter((detail) => detail.is_ground);
  const nested = context.isNested ? [] : line.lines;
  const isEmpty = grounds.length + nested.length + line.sources.length === 0 && !line.why && !line.href && !line.standing_label;
  return isEmpty
    ? nothing
    : context.explanations.mark({
        ...{ key: line.why, about: line.title, standing: line, isNested: context.isNested ?? false },
        content: html`${detailsTemplate(grounds)} ${linesTemplate(nested, { ...context, isNested: true })}
        ${line.why === null ? sourcesTemplate(line.sources) : nothing} ${guideTemplate(line, context)}`,
      });
}

function detailsTemplate(details: Line["details"]): Template {
  return details.length === 0
    ? nothing
    : html`<dl class="kmop-details">
        ${details.map(({ label, text }) => html`<dt>${label}</dt><dd>${text}</dd>`)}
      </dl>`;
}

function guideTemplate({ href, title }: Line, { say }: RenderContext): Template {
  return href === null
    ? nothing
    : html`<p class="kmop-line__guide"><a href=${href}>${say("view.in_guide")}<span class="kmop-hidden">: ${title}</span></a></p>`;
}

function titleId(section: string): string {
  return `kmop-section-${section}`;
}
