/**
 * The current assessment, for a page beside the self-assessment: the one that opens there next. A page that holds it open
 * itself offers it; elsewhere it is changed where it is kept, and whoever has it open hears that.
 */

import { type Answers, emptyAnswers, isEmpty } from "../answers/document.js";
import { AssessmentStore } from "./assessment-store.js";
import { Autosave } from "./autosave.js";
import { assessmentOfThisTab } from "./tab-sync.js";

export interface CurrentAssessment {
  /** What stands in it; null when a change starts one. */
  readonly answers: Answers | null;
  /** How many assessments are kept in this browser. */
  readonly kept: number;
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

class KeptAssessment implements CurrentAssessment {
  readonly answers: Answers | null;
  readonly kept: number;
  readonly #store: AssessmentStore;
  #id: string | null;
  /** Whether it began with a change from here: then it goes when nothing is left in it. */
  #isStarted = false;

  private constructor(store: AssessmentStore, id: string | null, answers: Answers | null, kept: number) {
    this.#store = store;
    this.#id = id;
    this.answers = answers;
    this.kept = kept;
  }

  static async find(): Promise<KeptAssessment> {
    const store = await AssessmentStore.open();
    const kept = await store.list();
    const ours = kept.find(({ id }) => id === assessmentOfThisTab());
    const id = ours?.id ?? (await store.lastOpened());
    const found = kept.find((saved) => saved.id === id);
    if (id !== null && found === undefined) {
      throw new Error("The assessment that was opened last cannot be read.");
    }
    return new KeptAssessment(store, id, found?.answers ?? null, kept.length);
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
