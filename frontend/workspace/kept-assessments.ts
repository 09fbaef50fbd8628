/** What is kept beside the open answers: given another name, added to, taken away and brought back. */

import { type Answers, renamed } from "../answers/document.js";
import type { Mode } from "../answers/form-mode.js";
import type { RemovedAssessment } from "../storage/assessment-store.js";
import type { SavedWork } from "./saved-work.js";

export class KeptAssessments {
  readonly #saved: SavedWork;

  constructor(saved: SavedWork) {
    this.#saved = saved;
  }

  rename(id: string, name: string): Promise<void> {
    return this.#change(async () => void (await this.#saved.autosave?.rewrite(id, (newest) => renamed(newest, name))));
  }

  add(answers: Answers, mode: Mode): Promise<void> {
    return this.#change(async () => void (await this.#saved.autosave?.add(answers, mode)));
  }

  /**
   * Keep answers as assessments of their own, none of them open.
   *
   * @param added Hears under which name each is kept; rejects at the first that the browser refuses.
   */
  addAll(documents: readonly Answers[], added: (id: string) => void): Promise<void> {
    return this.#change(async () => {
      for (const answers of documents) {
        added((await this.#saved.autosave?.add(answers, "steps")) ?? "");
      }
    });
  }

  /** Remove those of these assessments that nobody opened since they were added; tells how many stay. */
  async removeUntouched(ids: readonly string[]): Promise<number> {
    await this.#saved.readList();
    const untouched = ids.filter((id) => this.#saved.find(id)?.revision === 1);
    await this.remove(untouched);
    return ids.length - untouched.length;
  }

  /** Remove assessments; gives what each was with its versions, to bring it back. */
  async remove(ids: readonly string[]): Promise<RemovedAssessment[]> {
    const removed: RemovedAssessment[] = [];
    await this.#change(async () => {
      for (const id of ids) {
        removed.push(...((await this.#saved.autosave?.remove(id)) ?? []));
      }
    });
    return removed;
  }

  /** Bring back what was removed, with its versions. */
  bringBack(removed: readonly RemovedAssessment[]): Promise<void> {
    return this.#change(async () => {
      for (const each of removed) {
        await this.#saved.autosave?.bringBack(each);
      }
    });
  }

  /** Throw away what could not be read. */
  discardCorrupt(id: string): Promise<void> {
    return this.#change(() => this.#saved.discardCorrupt(id));
  }

  /** Do something with what is kept, and read it again whatever came of it. */
  async #change(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } finally {
      void this.#saved.readList();
    }
  }
}
