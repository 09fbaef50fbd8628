/** What is kept in this browser, as it was read last, and its place in the page. */

import { render } from "lit/html.js";
import type { Answers } from "../answers/document.js";
import type { CorruptRecord, SavedAssessment } from "../storage/database.js";
import type { Autosave } from "../storage/autosave.js";
import { type SavedListActions, savedListTemplate } from "./saved-list.js";
import type { AssessmentStore } from "../storage/assessment-store.js";
import type { PageContext } from "../workspace/context.js";
import type { UndoHistory } from "../workspace/undo-history.js";

export class SavedPanel {
  readonly #page: PageContext;
  readonly #actions: SavedListActions;
  #saved: SavedAssessment[] = [];
  #corrupt: CorruptRecord[] = [];

  constructor(page: PageContext, actions: SavedListActions) {
    this.#page = page;
    this.#actions = actions;
  }

  find(id: string): SavedAssessment | null {
    return this.#saved.find((saved) => saved.id === id) ?? null;
  }

  async read(store: AssessmentStore | null): Promise<void> {
    try {
      this.#saved = (await store?.list()) ?? [];
      this.#corrupt = (await store?.corruptRecords()) ?? [];
    } catch {
      // Whoever tried to write has told it.
    }
  }

  draw({ autosave, undo }: { autosave: Autosave | null; undo: UndoHistory<Answers> }): void {
    const { session, say, language, place } = this.#page;
    const model = {
      open: { id: autosave?.id ?? "", answers: session.answers },
      saved: this.#saved,
      versions: autosave?.versions ?? [],
      corrupt: this.#corrupt,
      canUndo: undo.canUndo,
      canRedo: undo.canRedo,
      isAvailable: autosave !== null,
    };
    render(savedListTemplate(model, this.#actions, say, language), place);
  }
}
