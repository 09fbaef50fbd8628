/** What has to be asked of a list before it can be checked, and what was answered. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Ask, Choices, LookedAtList } from "../contract/files.js";
import type { Say } from "../lib/messages.js";

/** What was answered, by the question: the number of the answer. */
export type AskedChoices = ReadonlyMap<string, number>;

/** What columns are by what was answered; where several say something of one, the choice of a column counts. */
export function choicesOf(asks: readonly Ask[], answers: AskedChoices): Choices {
  const said = asks.map(({ text, answers: given }) => given[answers.get(text) ?? -1]?.[1] ?? {});
  return Object.assign({}, ...said) as Choices;
}

/** Whether enough was answered: of a list with a heading everything, of one without at least one column. */
export function isAnswered({ asks, has_heading: hasHeading }: LookedAtList, answers: AskedChoices): boolean {
  const number = asks.filter(({ text }) => answers.has(text)).length;
  return hasHeading ? number === asks.length : number > 0;
}

export function asksTemplate(looked: LookedAtList, answers: AskedChoices, say: Say): TemplateResult | typeof nothing {
  const { asks, sheets, sheet, has_heading: hasHeading } = looked;
  if (asks.length === 0 && sheets.length < 2) {
    return nothing;
  }
  return html`
    ${asks.length === 0
      ? nothing
      : html`<h2 tabindex="-1">${say("ask.title")}</h2>
          <p>${say(hasHeading ? "ask.intro" : "ask.no_heading")}</p>`}
    <div class="kmop-files-asks">
      ${sheets.length < 2 ? nothing : sheetTemplate(sheets, sheet, say)}
      ${asks.map((ask) => askTemplate(ask, answers.get(ask.text), say))}
    </div>
    ${asks.length === 0 ? nothing : html`<p><button class="md-button md-button--primary">${say("ask.go")}</button></p>`}
    <p class="kmop-texts-news" role="status"></p>
  `;
}

function sheetTemplate(sheets: readonly string[], sheet: string, say: Say): TemplateResult {
  return html`<label
    >${say("ask.sheet")}
    <select name="sheet" autocomplete="off">
      ${sheets.map((name) => html`<option value=${name} ?selected=${name === sheet}>${name}</option>`)}
    </select></label
  >`;
}

function askTemplate({ text, answers }: Ask, chosen: number | undefined, say: Say): TemplateResult {
  return html`<label
    >${text}
    <select data-ask=${text} autocomplete="off">
      <option value="" ?selected=${chosen === undefined}>${say("ask.choose")}</option>
      ${answers.map(([answer], number) => html`<option value=${number} ?selected=${number === chosen}>${answer}</option>`)}
    </select></label
  >`;
}
