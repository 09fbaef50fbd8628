/** The answers that are open: the document with its form, what can be undone, and that each change is saved. */

import { changedNames } from "../answers/diff.js";
import type { Answers } from "../answers/document.js";
import { modeOf } from "../answers/form-mode.js";
import { type Age, ageOf, type Norm } from "../answers/norm-version.js";
import type { AnswersForm } from "../form/fields.js";
import type { SavedAssessment } from "../storage/database.js";
import type { Restored } from "./events.js";
import { type LastSaved, type ModeControl, restoreLast } from "./restore.js";
import type { SavedWork } from "./saved-work.js";
import { Session } from "./session.js";
import { UndoHistory } from "./undo-history.js";

/** The answers before and after undo or redo. */
export interface Step {
  before: Answers;
  after: Answers;
}

export class OpenAnswers {
  readonly #saved: SavedWork;
  readonly #norm: Norm;
  readonly #session: Session;
  readonly #modes: ModeControl;
  readonly #history = new UndoHistory<Answers>();

  constructor(form: AnswersForm, modes: ModeControl, saved: SavedWork) {
    this.#norm = form.norm;
    this.#session = new Session(form);
    this.#modes = modes;
    this.#saved = saved;
  }

  get answers(): Answers {
    return this.#session.answers;
  }

  /** The answers as the rules and a file take them. */
  get forRules(): Answers {
    return this.#session.forRules;
  }

  get isEmpty(): boolean {
    return this.#session.isEmpty;
  }

  /** How old the answers are, beside the norm of this page. */
  get age(): Age {
    return ageOf(this.answers, this.#norm);
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /** Take up what the form holds without saving it. */
  read(): void {
    this.#session.read();
  }

  /** Take up what the reader changed in the form. */
  commit(): void {
    const before = this.answers;
    this.#session.read();
    this.#history.record(before, changedNames(before, this.answers), Date.now());
    this.save();
  }

  /** Change what the form does not show; see `Workspace.update`. */
  update(answers: Answers, what: string | null): void {
    if (what === null) {
      this.#history.recordApart(this.answers);
    } else {
      this.#history.record(this.answers, [what], Date.now());
    }
    this.rewrite(answers);
  }

  /** Change what the form does not show as a part of what is begun: there is nothing to take back. */
  rewrite(answers: Answers): void {
    this.#session.update(answers);
    this.save();
  }

  /** Show other answers in the place of these, as a change that can be undone; see `Workspace.replace`. */
  replace(answers: Answers, original: Answers): void {
    const before = this.answers;
    this.#session.show(original);
    this.recordApart(before);
    this.#saveApart();
    this.showMigrated(answers, original);
  }

  /** Show the answers as they came along to this norm; what they were before is a version to go back to. */
  showMigrated(answers: Answers, original: Answers): void {
    if (answers !== original) {
      this.#session.show(answers);
      this.#saveApart();
    }
  }

  /** Let what stood here before be brought back. */
  recordApart(before: Answers): void {
    if (changedNames(before, this.answers).length > 0) {
      this.#history.recordApart(before);
    }
  }

  /** Take back the last change, or make it again; null when there is none. */
  step(way: "undo" | "redo"): Step | null {
    const before = this.answers;
    const after = this.#history[way](before);
    if (after === null) {
      return null;
    }
    this.#session.show(after);
    this.save();
    return { before, after };
  }

  /** Show what an earlier visit left. */
  restore(last: LastSaved): Restored {
    const restored = restoreLast(last, this.#session, this.#modes);
    this.#history.clear();
    return restored;
  }

  /** Show an assessment that is kept. */
  open(saved: SavedAssessment): void {
    this.#session.show(saved.answers);
    this.#modes.show(modeOf(saved));
    this.#history.clear();
  }

  /** Show the form as on a first visit. */
  clear(): void {
    this.#session.clear();
    this.#modes.show("steps");
    this.#history.clear();
  }

  /** Save the answers as they are; those of a newer norm stay as that norm's page left them. */
  save(): void {
    if (this.age !== "newer") {
      this.#saved.autosave?.save(this.answers, this.#modes.mode);
    }
  }

  /** Save as a version of its own. */
  #saveApart(): void {
    this.#saved.autosave?.startNewVersion();
    this.save();
    this.#saved.autosave?.startNewVersion();
  }
}
