/**
 * The current assessment, for a page beside the self-assessment: the one that opens there next. A page that holds it open
 * itself offers it; elsewhere it is changed where it is kept, and whoever has it open hears that.
 */

import { type Answers, emptyAnswers, isEmpty } from "../answers/document.js";
import { AssessmentStore } from "./assessment-store.js";
import { Autosave } from "./autosave.js";
import type { SavedAssessment } from "./database.js";
import { assessmentOfThisTab } from "./tab-sync.js";

export interface CurrentAssessment {
  /** Under what it is kept; null when a change starts one. */
  readonly id: string | null;
  /** What stands in it; null when a change starts one. */
  readonly answers: Answers | null;
  /** All that are kept in this browser, the newest first: each can be chosen in its place. */
  readonly kept: readonly SavedAssessment[];
  /** Another one, to be changed in the same way. */
  choose(id: string): Promise<CurrentAssessment>;
  /** Change it; rejects when it is gone, or the browser refuses. */
  change(work: (answers: Answers) => Answers): Promise<void>;
}

let offered: (() => CurrentAssessment) | null = null;

/** Let other parts of this page change the assessment that is open in it. */
export function offerAssessment(open: () => CurrentAssessment): void {
  offered = open;
}

/** Find it; rejects where the browser keeps nothing, or what it keeps cannot be read. */
export function currentAssessment(): Promise<CurrentAssessment> {
  return offered === null ? KeptAssessment.find() : Promise.resolve(offered());
}

/** One that is kept, by its id; rejects as `currentAssessment` does. */
export function keptAssessment(id: string): Promise<CurrentAssessment> {
  return KeptAssessment.find(id);
}

class KeptAssessment implements CurrentAssessment {
  readonly answers: Answers | null;
  readonly kept: readonly SavedAssessment[];
  readonly #store: AssessmentStore;
  #id: string | null;
  /** Whether it began with a change from here: then it goes when nothing is left in it. */
  #isStarted = false;

  private constructor(store: AssessmentStore, id: string | null, kept: readonly SavedAssessment[]) {
    this.#store = store;
    this.#id = id;
    this.answers = kept.find((saved) => saved.id === id)?.answers ?? null;
    this.kept = kept;
  }

  get id(): string | null {
    return this.#id;
  }

  /** @param wanted Which one; without it the one of this tab, or else the one that was opened last. */
  static async find(wanted?: string): Promise<KeptAssessment> {
    const store = await AssessmentStore.open();
    const kept = await store.list();
    const ours = kept.find(({ id }) => id === (wanted ?? assessmentOfThisTab()));
    const id = ours?.id ?? wanted ?? (await store.lastOpened());
    if (id !== null && !kept.some((saved) => saved.id === id)) {
      throw new Error("The assessment cannot be read.");
    }
    return new KeptAssessment(store, id, kept);
  }

  choose(id: string): Promise<CurrentAssessment> {
    return KeptAssessment.find(id);
  }

  async change(work: (answers: Answers) => Answers): Promise<void> {
    const writer = new Autosave(this.#store, SILENT);
    try {
      await this.#change(writer, work);
    } finally {
      writer.close();
    }
  }

  async #change(writer: Autosave, work: (answers: Answers) => Answers): Promise<void> {
    if (this.#id === null) {
      this.#id = await writer.add(work(emptyAnswers()), "steps");
      this.#isStarted = true;
      return;
    }
    const changed = await writer.rewrite(this.#id, work);
    if (changed === null) {
      throw new Error("The assessment is not there any more.");
    }
    if (this.#isStarted && isEmpty(changed)) {
      await writer.remove(this.#id);
      this.#id = null;
      this.#isStarted = false;
    }
  }
}

const unheard = (): void => undefined;
/** What is told of the assessment that a writer has open: none. */
const SILENT = {
  saving: unheard, saved: unheard, failed: unheard, takenOver: unheard, recovered: unheard, listChanged: unheard,
};
