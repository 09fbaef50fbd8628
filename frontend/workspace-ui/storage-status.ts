/** What the page says about keeping: when it did, when it could not, when another tab does. */

import type { StatusPanel } from "../ui/status-panel.js";
import type { Persistence } from "../storage/persistent-storage.js";
import type { Say } from "../lib/messages.js";

export class StorageStatus {
  readonly #panel: StatusPanel;
  readonly #say: Say;
  readonly #language: string;

  constructor(panel: StatusPanel, say: Say, language: string) {
    this.#panel = panel;
    this.#say = say;
    this.#language = language;
  }

  /** All is well, and the browser said whether it will last. */
  showSaved(promise: Persistence | null): void {
    const format = new Intl.DateTimeFormat(this.#language, { timeStyle: "short" });
    const saved = this.#say("storage.saved", { time: format.format(new Date()) });
    const text = promise === null ? saved : `${saved} ${this.#say(`storage.${promise}`)}`;
    this.#panel.notice("storage", null);
    this.#panel.showSaved(text);
  }

  showProblem(tone: "bad" | "attention", id: string): void {
    this.#panel.showSaved("");
    this.#panel.notice("storage", { tone, text: this.#say(id) });
  }

  /** The browser has no place to keep anything, or one of a newer page. */
  showUnavailable(error: unknown): void {
    this.showProblem("attention", isNamed(error, "VersionError") ? "storage.newer" : "storage.unavailable");
  }

  /** The browser did not do what was asked with what is kept. */
  showError(error: unknown): void {
    this.showProblem("bad", isNamed(error, "QuotaExceededError") ? "storage.full" : "storage.failed");
  }

  /** Another tab writes now; the reader chooses what becomes of what is here. */
  showConflict(takeNewest: () => void, keepAsCopy: () => void): void {
    this.#panel.showSaved("");
    this.#panel.notice("storage", null);
    this.#panel.notice("tabs", {
      tone: "bad",
      text: this.#say("tabs.overtaken"),
      actions: [
        { label: this.#say("tabs.newest"), act: takeNewest },
        { label: this.#say("tabs.copy"), act: keepAsCopy },
      ],
    });
  }

  /** This tab writes again. */
  clearConflict(): void {
    this.#panel.notice("tabs", null);
  }

  /** Nothing is left to say anything about. */
  clear(): void {
    this.#panel.clear();
  }
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}
