/** What the page says when answers and page are of another version of the norm, above the questions. */

import { html, nothing, render } from "lit/html.js";
import type { Say } from "../lib/messages.js";

export class MigrationNotice {
  readonly #form: HTMLFormElement;
  readonly #say: Say;
  readonly #area = document.createElement("div");

  constructor(form: HTMLFormElement, say: Say) {
    this.#form = form;
    this.#say = say;
    form.prepend(this.#area);
  }

  /** The answers came along: what happened to them, until the reader has seen it. */
  showMigrated(told: string[]): void {
    render(
      html`<section class="kmop-notice kmop-tone-attention" id="kmop-carried" aria-labelledby="kmop-carried-title">
        <h2 id="kmop-carried-title">${this.#say("norm.carried")}</h2>
        <ul>${told.map((sentence) => html`<li>${sentence}</li>`)}</ul>
        <p>${this.#say("norm.before")}</p>
        <button type="button" class="kmop-button" @click=${() => this.#dismiss()}>${this.#say("norm.seen")}</button>
      </section>`,
      this.#area,
    );
  }

  /** The answers are of a version that this page does not know: it leaves them alone. */
  showNewer(version: string): void {
    render(
      html`<section class="kmop-notice kmop-tone-bad" id="kmop-newer" role="alert">
        <h2>${this.#say("norm.newer_title")}</h2>
        <p>${this.#say("norm.newer", { version })}</p>
      </section>`,
      this.#area,
    );
  }

  clear(): void {
    render(nothing, this.#area);
  }

  /** The button goes, so the focus goes on: to what is to be looked at again, or else to the questions. */
  #dismiss(): void {
    this.clear();
    const next = this.#form.querySelector<HTMLElement>("#kmop-review:not([hidden]), #part-profile");
    next?.focus();
  }
}
