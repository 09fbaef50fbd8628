/** Answers to what the norm has no longer: shown at the end of the form, and thrown away when the reader wants. */

import { html } from "lit/html.js";
import type { RemovedAnswer } from "../contract/outcome.js";
import { confirmLoss } from "../ui/dialog.js";
import type { PageContext } from "../ui/page-context.js";
import { render } from "../ui/render.js";
import type { Workspace } from "../workspace/workspace.js";

export class RemovedAnswers {
  readonly #page: PageContext;
  readonly #workspace: Pick<Workspace, "discardRemoved" | "undo">;
  readonly #section: HTMLElement | null;

  constructor(page: PageContext, workspace: Pick<Workspace, "discardRemoved" | "undo">) {
    this.#page = page;
    this.#workspace = workspace;
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
      this.#workspace.discardRemoved();
      this.show([]);
      this.#section?.closest<HTMLElement>("[data-step]")?.focus({ preventScroll: true });
      panel.announce(say("status.appendix"), { label: say("applied.undo"), act: () => void this.#workspace.undo() });
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
