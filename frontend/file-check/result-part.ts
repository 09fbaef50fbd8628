/** What came of a list, as it is drawn: the findings that are asked for, and below them what the list can show. */

import type { Say } from "../lib/messages.js";
import { render } from "../ui/render.js";
import type { Panel } from "./elements.js";
import type { EvidencePart } from "./evidence.js";
import { type Result, resultTemplate, type Shown, SHOWN_AT_ONCE } from "./findings.js";

const AT_FIRST: Shown = { onlyWrong: false, most: SHOWN_AT_ONCE };

export class ResultPart {
  readonly #panel: Panel;
  readonly #say: Say;
  #result: Result | null = null;
  #shown = AT_FIRST;
  #evidence: EvidencePart | null = null;

  constructor(panel: Panel, say: Say) {
    this.#panel = panel;
    this.#say = say;
  }

  show(result: Result): void {
    this.#result = result;
    this.#draw();
    void this.#drawEvidence();
  }

  /** On paper everything is unfolded, and every finding is there. */
  unfold(): void {
    this.#shown = { ...this.#shown, most: Number.POSITIVE_INFINITY };
    this.#draw();
    for (const fold of this.#panel.result.querySelectorAll("details")) {
      fold.open = true;
    }
  }

  /** Another list: what was chosen of the one before holds no more. */
  forget(): void {
    this.#shown = AT_FIRST;
  }

  #draw(): void {
    if (this.#result !== null) {
      const show = (shown: Shown): void => {
        this.#shown = shown;
        this.#draw();
      };
      render(resultTemplate(this.#result, this.#shown, { say: this.#say, show }), this.#panel.findings);
    }
  }

  /** What it takes to take something along comes with the first list that has something. */
  async #drawEvidence(): Promise<void> {
    if (this.#evidence === null && this.#result?.words.evidence.length) {
      const { EvidencePart } = await import("./evidence.js");
      this.#evidence ??= new EvidencePart(this.#panel, this.#say);
    }
    if (this.#result !== null) {
      this.#evidence?.show(this.#result);
    }
  }
}
