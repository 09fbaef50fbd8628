/** What the page says when answers and page are of another version of the norm, above the questions. */

import { html, nothing } from "lit/html.js";
import { versionIn } from "../answers/norm-version.js";
import type { PageContext } from "../ui/page-context.js";
import { render } from "../ui/render.js";
import { reveal } from "../ui/reveal.js";
import type { ChangeCause } from "../workspace/events.js";
import type { Workspace } from "../workspace/workspace.js";

/** After these the same answers are open, and what was said of their norm still holds. */
const SAME_ANSWERS: readonly ChangeCause[] = ["edited", "renamed", "migrated"];

export class MigrationNotice {
  readonly #page: PageContext;
  readonly #area = document.createElement("div");

  constructor(page: PageContext, workspace: Workspace) {
    this.#page = page;
    page.form.prepend(this.#area);
    workspace.subscribe({ changed: (cause) => this.#follow(cause, workspace) });
  }

  /** That nothing is kept of answers of a newer norm must be told whether the rules start or not. */
  #follow(cause: ChangeCause, { age, answers }: Workspace): void {
    if (age === "newer") {
      this.showNewer(versionIn(answers));
    } else if (!SAME_ANSWERS.includes(cause)) {
      this.#clear();
    }
  }

  /** The answers came along: what happened to them, until the reader has seen it; nothing when nothing did. */
  showMigrated(messages: readonly string[]): void {
    if (messages.length > 0) {
      render(this.#template(messages), this.#area);
      this.#page.panel.tell(messages.join(" "));
    }
  }

  /** The answers are of a version that this page does not know: it leaves them alone. */
  showNewer(version: string): void {
    const { say } = this.#page;
    render(
      html`<section class="kmop-notice kmop-tone-bad" id="kmop-newer" role="alert">
        <h2>${say("norm.newer_title")}</h2>
        <p>${say("norm.newer", { version })}</p>
      </section>`,
      this.#area,
    );
  }

  #template(messages: readonly string[]) {
    const { say } = this.#page;
    return html`<section class="kmop-notice kmop-tone-attention" id="kmop-carried" aria-labelledby="kmop-carried-title">
      <h2 id="kmop-carried-title">${say("norm.carried")}</h2>
      <ul>${messages.map((sentence) => html`<li>${sentence}</li>`)}</ul>
      <p>${say("norm.before")}</p>
      <button type="button" class="kmop-button" @click=${() => this.#dismiss()}>${say("norm.seen")}</button>
    </section>`;
  }

  #clear(): void {
    render(nothing, this.#area);
  }

  /** The button goes, so the focus goes on: to what is to be looked at again, or else to the questions. */
  #dismiss(): void {
    this.#clear();
    const find = (selector: string) => this.#page.form.querySelector<HTMLElement>(selector);
    const next = find("#kmop-review:not([hidden])") ?? find("[data-step=situation]");
    if (next !== null) {
      reveal(next);
      next.focus();
    }
  }
}
