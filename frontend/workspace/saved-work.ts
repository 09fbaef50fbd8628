/** What this browser keeps of the reader's work: the assessments, the one that is being saved, and its versions. */

import type { AssessmentStore } from "../storage/assessment-store.js";
import { Autosave } from "../storage/autosave.js";
import type { CorruptRecord, SavedAssessment, Version } from "../storage/database.js";
import { type Persistence, persistence } from "../storage/persistent-storage.js";
import type { Subscribers } from "./events.js";
import type { LastSaved } from "./restore.js";

export type OpenStore = () => Promise<AssessmentStore>;

/** What can be read of what is kept; the workspace alone changes it. */
export type SavedState = Pick<
  SavedWork,
  "isAvailable" | "id" | "versions" | "assessments" | "corrupt" | "persistence" | "find"
>;

export class SavedWork {
  readonly #openStore: OpenStore;
  readonly #subscribers: Subscribers;
  #store: AssessmentStore | null = null;
  #autosave: Autosave | null = null;
  #hasBegun = false;
  #assessments: readonly SavedAssessment[] = [];
  #corrupt: readonly CorruptRecord[] = [];
  #persistence: Persistence | null = null;

  constructor(openStore: OpenStore, subscribers: Subscribers) {
    this.#openStore = openStore;
    this.#subscribers = subscribers;
  }

  /** What saves the open answers; null where nothing is kept, and before `begin`. */
  get autosave(): Autosave | null {
    return this.#hasBegun ? this.#autosave : null;
  }

  /** Whether this browser keeps anything at all. */
  get isAvailable(): boolean {
    return this.#hasBegun;
  }

  /** The name under which the open answers are kept, also when nothing of them is kept yet. */
  get id(): string {
    return this.autosave?.id ?? "";
  }

  /** The newest first; the first is what stands there now. */
  get versions(): readonly Version[] {
    return this.autosave?.versions ?? [];
  }

  /** All that could be read, the newest first. */
  get assessments(): readonly SavedAssessment[] {
    return this.#assessments;
  }

  /** What could not be read, as it was found. */
  get corrupt(): readonly CorruptRecord[] {
    return this.#corrupt;
  }

  /** Whether the browser promised to keep it; null when that is not known. */
  get persistence(): Persistence | null {
    return this.#persistence;
  }

  find(id: string): SavedAssessment | null {
    return this.#assessments.find((saved) => saved.id === id) ?? null;
  }

  /** Open what is kept, and take up what was worked on last; rejects where the browser has no place for it. */
  async findLast(): Promise<LastSaved> {
    const store = (this.#store = await this.#openStore());
    this.#autosave = new Autosave(store, {
      saving: () => this.#subscribers.tell("saving"),
      saved: () => void this.#onSaved(),
      failed: (reason) => this.#subscribers.tell("saveFailed", reason),
      takenOver: () => this.#subscribers.tell("takenOver"),
      recovered: () => this.#subscribers.tell("recovered"),
      listChanged: () => void this.readList(),
    });
    try {
      const found = await this.#autosave.resume();
      return { saved: found?.saved ?? null, problem: found?.corrupt ? "corrupt" : null };
    } catch {
      // What can be read but not written to becomes a copy when it is saved.
      const [saved = null] = await store.list().catch(() => []);
      return { saved, problem: "failed" };
    }
  }

  /** Save from now on; not before what was found shows, for what is typed in the meantime belongs to it. */
  begin(): void {
    this.#hasBegun = true;
  }

  /** Throw away what could not be read. */
  async discardCorrupt(id: string): Promise<void> {
    await this.#store?.discardCorrupt(id);
  }

  /** Forget everything. */
  async wipe(): Promise<void> {
    this.#persistence = null;
    await this.autosave?.wipe();
  }

  /** Read again what is kept; where the browser refuses, what was read before stays: whoever tries to write hears. */
  async readList(): Promise<void> {
    try {
      this.#assessments = (await this.#store?.list()) ?? [];
      this.#corrupt = (await this.#store?.corruptRecords()) ?? [];
    } catch {
      // As above.
    }
    this.#subscribers.tell("listChanged");
  }

  /** Put what was saved into what was read: to read all of it again at each answer takes long where much is kept. */
  #updateList(): void {
    const newest = this.autosave?.newest;
    if (newest) {
      this.#assessments = [newest, ...this.#assessments.filter(({ id }) => id !== newest.id)];
    }
    this.#subscribers.tell("listChanged");
  }

  async #onSaved(): Promise<void> {
    const { id } = this;
    this.#subscribers.tell("saved");
    this.#updateList();
    if (this.#persistence === null && this.#store !== null) {
      this.#persistence = await persistence(this.#store).catch(() => null);
      if (this.#persistence !== null && id === this.id && !this.autosave?.isTakenOver) {
        this.#subscribers.tell("saved");
      }
    }
  }
}
