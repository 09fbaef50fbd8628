/** A notice about the screen that shows: it goes with the screen, comes back with it, and ends with the next answer. */

import type { Notice } from "../ui/status-panel.js";
import type { PageContext } from "../ui/page-context.js";
import type { Workspace } from "../workspace/workspace.js";

const ENDING = ["edited", "cleared", "removed", "switched", "undone"];

export interface ScreenNoticeContext {
  page: Pick<PageContext, "panel">;
  workspace: Pick<Workspace, "subscribe">;
  /** The screen that shows. */
  screen(): HTMLElement;
}

export class ScreenNotice {
  readonly #context: ScreenNoticeContext;
  readonly #key: string;
  #about: { screen: HTMLElement; notice: Notice } | null = null;
  #isShown = false;

  /** @param key What else is said under this key takes its place. */
  constructor(key: string, context: ScreenNoticeContext) {
    [this.#key, this.#context] = [key, context];
    context.workspace.subscribe({ changed: (cause) => ENDING.includes(cause) && this.#end() });
  }

  /** Say it of the screen that shows. */
  show(notice: Notice): void {
    this.#about = { screen: this.#context.screen(), notice };
    this.#tell(true);
  }

  /** Another screen may show. */
  turned(): void {
    if (this.#about !== null) {
      this.#tell(this.#context.screen() === this.#about.screen);
    }
  }

  #end(): void {
    this.#tell(false);
    this.#about = null;
  }

  #tell(isShown: boolean): void {
    if (isShown !== this.#isShown) {
      this.#isShown = isShown;
      this.#context.page.panel.notice(this.#key, isShown ? (this.#about?.notice ?? null) : null);
    }
  }
}
