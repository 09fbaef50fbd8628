/** Answers to what the norm has no longer: shown at the end of the form, and thrown away when the reader wants. */

import { html, render } from "lit/html.js";
import type { Answers } from "../answers/document.js";
import { sure } from "../ui/dialog.js";
import type { PutAside } from "../contract/worker.js";
import type { Workbench } from "../workspace/workspace.js";

export class Appendix {
  readonly #bench: Workbench;
  readonly #section: HTMLElement | null;

  constructor(bench: Workbench) {
    this.#bench = bench;
    this.#section = bench.page.form.querySelector("#part-appendix");
    this.#section?.querySelector("button")?.addEventListener("click", () => void this.#discard());
  }

  /** Show what was put aside; the section goes when nothing was. */
  show(entries: PutAside[]): void {
    const list = this.#section?.querySelector<HTMLElement>(".kmop-appendix");
    if (this.#section && list) {
      this.#section.hidden = entries.length === 0;
      render(entries.map(entryTemplate), list);
    }
  }

  async #discard(): Promise<void> {
    const { say, panel, session, refresh } = this.#bench.page;
    session.read();
    if (!(await sure(say, "appendix"))) {
      return;
    }
    const { appendix: _gone, ...rest } = session.answers;
    this.#bench.replace(rest as Answers);
    this.show([]);
    document.getElementById("part-documents")?.focus({ preventScroll: true });
    panel.announce(say("status.appendix"));
    refresh();
  }
}

function entryTemplate({ title, text, facts }: PutAside) {
  return html`<li>
    <h3>${title}</h3>
    <p class="kmop-help">${text}</p>
    <dl>${facts.map((fact) => html`<div><dt>${fact.label}</dt><dd>${fact.text}</dd></div>`)}</dl>
  </li>`;
}
