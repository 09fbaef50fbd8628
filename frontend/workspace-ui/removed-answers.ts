/** Answers to what the norm has no longer: shown at the end of the form, and thrown away when the reader wants. */

import { html } from "lit/html.js";
import type { RemovedAnswer } from "../contract/outcome.js";
import { confirmLoss } from "../ui/dialog.js";
import type { PageContext } from "../ui/page-context.js";
import { render } from "../ui/render.js";

export class RemovedAnswers {
  readonly #page: PageContext;
  readonly #discard: () => void;
  readonly #section: HTMLElement | null;

  /** @param discard Throws them away. */
  constructor(page: PageContext, discard: () => void) {
    this.#page = page;
    this.#discard = discard;
    this.#section = page.form.querySelector("#part-appendix");
    this.#section?.querySelector("button")?.addEventListener("click", () => void this.#ask());
  }

  /** Show what was put aside; the section goes when nothing was. */
  show(entries: RemovedAnswer[]): void {
    const list = this.#section?.querySelector<HTMLElement>(".kmop-appendix");
    if (this.#section && list) {
      this.#section.hidden = entries.length === 0;
      render(entries.map(entryTemplate), list);
    }
  }

  async #ask(): Promise<void> {
    const { say, panel } = this.#page;
    if (await confirmLoss(say, "appendix")) {
      this.#discard();
      this.show([]);
      this.#section?.closest<HTMLElement>("[data-step]")?.focus({ preventScroll: true });
      panel.announce(say("status.appendix"));
    }
  }
}

function entryTemplate({ title, text, facts }: RemovedAnswer) {
  return html`<li>
    <h4>${title}</h4>
    <p class="kmop-help">${text}</p>
    <dl>${facts.map((fact) => html`<div><dt>${fact.label}</dt><dd>${fact.text}</dd></div>`)}</dl>
  </li>`;
}
