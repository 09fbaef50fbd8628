/** How far the start of the check is, and what else the page says of itself, in one line that is also heard. */

import type { Progress } from "../contract/worker.js";
import { megabytes } from "../lib/format.js";
import type { Say } from "../lib/messages.js";
import type { Panel } from "./elements.js";

export class CheckStatus {
  readonly #panel: Pick<Panel, "status" | "progress">;
  readonly #say: Say;

  constructor(panel: Pick<Panel, "status" | "progress">, say: Say) {
    this.#panel = panel;
    this.#say = say;
  }

  /** Say something in the place of what was said; nothing is under way any more. */
  tell(id: string, values: Record<string, string | number> = {}): void {
    this.#panel.progress.hidden = true;
    this.#show(id === "" ? "" : this.#say(id, values));
  }

  /** Show how far the start is. */
  progressed({ step, loaded, total }: Progress): void {
    const { progress } = this.#panel;
    progress.hidden = false;
    if (step !== "fetch" || total === 0) {
      progress.removeAttribute("value");
      this.#show(this.#say("say.starting"));
      return;
    }
    progress.max = total;
    progress.value = Math.min(loaded, total);
    this.#show(this.#say("say.fetching", { loaded: this.#size(loaded), total: this.#size(total) }));
  }

  #size(bytes: number): string {
    return this.#say("say.megabytes", { number: megabytes(bytes, document.documentElement.lang) });
  }

  #show(text: string): void {
    if (this.#panel.status.textContent !== text) {
      this.#panel.status.textContent = text;
    }
  }
}
