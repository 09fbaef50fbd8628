/** What a part of the result rests on: its standing, and its sources. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Grounds, Source } from "../contract/view.js";

type Template = TemplateResult | typeof nothing;

export function standingTemplate({ standing, standing_label: label }: Grounds): Template {
  return label
    ? html`<span class="kmop-badge kmop-badge--${standing} kmop-standing kmop-standing--${standing}"
        >${label}</span
      >`
    : nothing;
}

export function sourcesTemplate(sources: Source[]): Template {
  if (sources.length === 0) {
    return nothing;
  }
  const one = (source: Source): Template => linked(source.title, source.href ?? source.url);
  return html`<ul class="kmop-sources">
    ${sources.map((source) => html`<li>${one(source)}</li>`)}
  </ul>`;
}

/** A text that leads somewhere, if there is somewhere to go. */
export function linked(text: string, address: string | null): Template {
  return address === null ? html`${text}` : html`<a href=${address}>${text}</a>`;
}
