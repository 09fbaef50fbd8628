/** Save status: what the page says about keeping, whether it did, could not, or will last. */

import type { PageContext } from "../ui/page-context.js";
import type { Persistence } from "../storage/persistent-storage.js";
import type { Restored } from "../workspace/events.js";
import type { Workspace } from "../workspace/workspace.js";

const KEY = "storage";
const RECOVERED = "recovered";
const PLACE = "place";

export class StorageStatus {
  readonly #page: PageContext;

  constructor(page: PageContext, workspace: Workspace) {
    this.#page = page;
    workspace.subscribe({
      restored: (restored) => this.#showRestored(restored),
      saving: () => this.#showSaving(workspace.saved.persistence),
      saved: () => this.#showSaved(workspace.saved.persistence),
      saveFailed: (reason) => this.showProblem("bad", `storage.${reason}`),
      takenOver: () => this.#clear(),
      recovered: () => this.#showRecovered(),
    });
  }

  /** Say that something is not as it should be. */
  showProblem(tone: "bad" | "attention", id: string): void {
    const { panel, say } = this.#page;
    panel.showSaved("");
    panel.notice(KEY, { tone, text: say(id) });
  }

  /** Some places lose what is kept sooner than others: tell before anything is answered. */
  showPlace(isInApp: boolean): void {
    const { panel, say } = this.#page;
    panel.notice(PLACE, isInApp ? { tone: "attention", text: say("storage.in_app") } : null);
  }

  /** The browser has no place to keep anything, or one of a newer page. */
  showUnavailable(error: unknown): void {
    this.showProblem("attention", isNamed(error, "VersionError") ? "storage.newer" : "storage.unavailable");
  }

  /** The browser did not do what was asked with what is kept. */
  showError(error: unknown): void {
    this.showProblem("bad", isNamed(error, "QuotaExceededError") ? "storage.full" : "storage.failed");
  }

  #showRestored({ isShown, problem }: Restored): void {
    const { panel, say } = this.#page;
    if (problem === "corrupt") {
      this.showProblem("attention", "storage.damaged");
    } else if (problem === "failed") {
      this.showProblem("bad", "storage.failed");
    }
    if (isShown) {
      panel.tell(say("status.restored"));
    }
  }

  /** What was said of an earlier change is not so of this one yet. */
  #showSaving(promise: Persistence | null): void {
    this.#show(this.#page.say("storage.saving"), promise);
  }

  /** All is well. */
  #showSaved(promise: Persistence | null): void {
    const { panel, say, language } = this.#page;
    const format = new Intl.DateTimeFormat(language, { timeStyle: "short" });
    panel.notice(KEY, null);
    this.#show(say("storage.saved", { time: format.format(new Date()) }), promise);
  }

  /** With what the browser said of whether it will last. */
  #show(text: string, promise: Persistence | null): void {
    const { panel, say } = this.#page;
    panel.showSaved(promise === null ? text : `${text} ${say(`storage.${promise}`)}`);
  }

  #showRecovered(): void {
    const { panel, say } = this.#page;
    const seen = { label: say("storage.seen"), act: () => panel.notice(RECOVERED, null) };
    panel.notice(RECOVERED, { tone: "bad", text: say("storage.recovered"), actions: [seen] });
  }

  #clear(): void {
    const { panel } = this.#page;
    panel.showSaved("");
    panel.notice(KEY, null);
  }
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}
