/** Answers to what the norm has no longer: shown at the end of the form, and thrown away when the reader wants. */

import { html, render } from "lit/html.js";
import type { Answers } from "../answers/document.js";
import type { RemovedAnswer } from "../contract/outcome.js";
import { confirmLoss } from "../ui/dialog.js";
import type { Workspace } from "../workspace/workspace.js";

export class RemovedAnswers {
  readonly #workspace: Workspace;
  readonly #section: HTMLElement | null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#section = workspace.page.form.querySelector("#part-appendix");
    this.#section?.querySelector("button")?.addEventListener("click", () => void this.#discard());
  }

  /** Show what was put aside; the section goes when nothing was. */
  show(entries: RemovedAnswer[]): void {
    const list = this.#section?.querySelector<HTMLElement>(".kmop-appendix");
    if (this.#section && list) {
      this.#section.hidden = entries.length === 0;
      render(entries.map(entryTemplate), list);
    }
  }

  async #discard(): Promise<void> {
    const { say, panel, session, refresh } = this.#workspace.page;
    session.read();
    if (!(await confirmLoss(say, "appendix"))) {
      return;
    }
    const { appendix: _gone, ...rest } = session.answers;
    this.#workspace.replace(rest as Answers);
    this.show([]);
    document.getElementById("part-documents")?.focus({ preventScroll: true });
    panel.announce(say("status.appendix"));
    refresh();
  }
}

function entryTemplate({ title, text, facts }: RemovedAnswer) {
  return html`<li>
    <h3>${title}</h3>
    <p class="kmop-help">${text}</p>
    <dl>${facts.map((fact) => html`<div><dt>${fact.label}</dt><dd>${fact.text}</dd></div>`)}</dl>
  </li>`;
}
