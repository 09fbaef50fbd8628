/** What is kept in this browser, as it was read last, and its place in the page. */

import { render } from "lit/html.js";
import type { Answers } from "../answers/document.js";
import type { Damaged, Kept } from "../storage/database.js";
import type { Keeper } from "../storage/autosave.js";
import { type Acts, shelfTemplate } from "./saved-list.js";
import type { Store } from "../storage/assessment-store.js";
import type { Surroundings } from "../workspace/context.js";
import type { Undo } from "../workspace/undo-history.js";

export class Shelves {
  readonly #page: Surroundings;
  readonly #acts: Acts;
  #kept: Kept[] = [];
  #damaged: Damaged[] = [];

  constructor(page: Surroundings, acts: Acts) {
    this.#page = page;
    this.#acts = acts;
  }

  find(id: string): Kept | null {
    return this.#kept.find((kept) => kept.id === id) ?? null;
  }

  async read(store: Store | null): Promise<void> {
    try {
      this.#kept = (await store?.list()) ?? [];
      this.#damaged = (await store?.damaged()) ?? [];
    } catch {
      // Whoever tried to write has told it.
    }
  }

  draw({ keeper, undo }: { keeper: Keeper | null; undo: Undo<Answers> }): void {
    const { session, say, language, place } = this.#page;
    const shelf = {
      open: { id: keeper?.id ?? "", answers: session.answers },
      kept: this.#kept,
      versions: keeper?.versions ?? [],
      damaged: this.#damaged,
      canUndo: undo.canUndo,
      canRedo: undo.canRedo,
      keeps: keeper !== null,
    };
    render(shelfTemplate(shelf, this.#acts, say, language), place);
  }
}
