/** The workspace: the one place where the open answers and what is kept change, which tells whoever listens. */

import { type Answers, renamed } from "../answers/document.js";
import { type Mode, modeOf } from "../answers/form-mode.js";
import type { Age } from "../answers/norm-version.js";
import type { AnswersForm } from "../form/fields.js";
import { AssessmentStore, type RemovedAssessment } from "../storage/assessment-store.js";
import type { Version } from "../storage/database.js";
import { type ChangeCause, Subscribers, type WorkspaceEvents } from "./events.js";
import { KeptAssessments } from "./kept-assessments.js";
import { OpenAnswers, type Step } from "./open-answers.js";
import type { LastSaved, ModeControl } from "./restore.js";
import { type OpenStore, type SavedState, SavedWork } from "./saved-work.js";

export type { Step } from "./open-answers.js";

/** What became of turning to another assessment; what could not be read was put aside. */
export type SwitchResult = "switched" | "corrupt" | "gone";

export class Workspace {
  readonly #saved: SavedWork;
  readonly #open: OpenAnswers;
  readonly #kept: KeptAssessments;
  readonly #modes: ModeControl;
  readonly #subscribers = new Subscribers();

  /** @param openStore Opens what is kept; rejects where the browser has no place for it. */
  constructor(form: AnswersForm, modes: ModeControl, openStore: OpenStore = () => AssessmentStore.open()) {
    this.#saved = new SavedWork(openStore, this.#subscribers);
    this.#open = new OpenAnswers(form, modes, this.#saved);
    this.#kept = new KeptAssessments(this.#saved);
    this.#modes = modes;
  }

  /** Let somebody hear what happens, after all who asked before. */
  subscribe(listener: Partial<WorkspaceEvents>): void {
    this.#subscribers.add(listener);
  }

  get answers(): Answers {
    return this.#open.answers;
  }

  /** The answers as the rules and a file take them. */
  get forRules(): Answers {
    return this.#open.forRules;
  }

  get isEmpty(): boolean {
    return this.#open.isEmpty;
  }

  /** How old the answers are, beside the norm of this page. */
  get age(): Age {
    return this.#open.age;
  }

  get mode(): Mode {
    return this.#modes.mode;
  }

  get canUndo(): boolean {
    return this.#open.canUndo;
  }

  get canRedo(): boolean {
    return this.#open.canRedo;
  }

  get saved(): SavedState {
    return this.#saved;
  }

  /** What can be done to assessments beside the open one. */
  get kept(): Pick<KeptAssessments, "addAll" | "removeUntouched" | "bringBack" | "discardCorrupt"> {
    return this.#kept;
  }

  isOpen(id: string): boolean {
    return this.#saved.isAvailable && id === this.#saved.id;
  }

  /** The answers of an assessment, as they stand here now; null when it is not there. */
  answersOf(id: string): Answers | null {
    return this.isOpen(id) ? this.answers : (this.#saved.find(id)?.answers ?? null);
  }

  /** Open what is kept, and show what was worked on last; rejects where the browser has no place to keep anything. */
  async start(): Promise<void> {
    try {
      this.#restore(await this.#saved.findLast());
    } finally {
      this.#changed("restored");
    }
    await this.#saved.readList(); // the other assessments, of which there may be many, can wait
  }

  /** Take up what the form holds without saving it: browsers fill in forms and tell nobody. */
  readForm(): void {
    this.#open.read();
  }

  /** Take up what the reader changed in the form. */
  commitForm(): void {
    this.#open.commit();
    this.#changed("edited");
  }

  /**
   * Change what the form does not show; one thing after another, each can be undone.
   *
   * @param what The name of what changes, which can be typed on in; null for a change that is taken back by itself.
   */
  update(answers: Answers, what: string | null): void {
    this.#open.update(answers, what);
    this.#changed("edited");
  }

  /**
   * Show other answers in the place of these, as a change that can be undone.
   *
   * @param original What they were before they came along to this norm: a version to go back to.
   */
  replace(answers: Answers, original = answers): void {
    this.#open.replace(answers, original);
    this.#changed("replaced");
  }

  /** Show a version again, as a change that can be undone. */
  restoreVersion(version: Version): void {
    this.replace(version.answers);
  }

  /** Throw away the answers to what the norm has no longer. */
  discardRemoved(): void {
    this.#open.read();
    const { appendix: _removed, ...rest } = this.answers;
    this.replace(rest as Answers);
  }

  /** Take the open answers as they came along to this norm; what they were before is a version to go back to. */
  adoptMigrated(answers: Answers): void {
    this.#open.showMigrated(answers, this.answers);
    this.#changed("migrated");
  }

  /** Take back the last change; null when there is none. */
  undo(): Step | null {
    return this.#step("undo", "undone");
  }

  /** Make again what was taken back last; null when there is none. */
  redo(): Step | null {
    return this.#step("redo", "redone");
  }

  /** Turn to a new assessment, under this name if it has one. */
  startNew(name: string): void {
    this.#startEmpty();
    if (name !== "") {
      this.#open.rewrite(renamed(this.answers, name));
    }
    this.#changed("cleared");
  }

  /** Go on with an assessment that is kept. */
  switchTo(id: string): Promise<SwitchResult> {
    return this.#switch(() => this.#turnTo(id));
  }

  /** Go on with what another tab made of this assessment; what stood here can be brought back. */
  takeNewest(): Promise<SwitchResult> {
    return this.#switch(async () => {
      const before = this.answers;
      const result = await this.#turnTo(this.#saved.id);
      this.#open.recordApart(before);
      return result;
    });
  }

  /**
   * Go on with answers as an assessment of their own, beside what is there.
   *
   * @param original As in `replace`.
   */
  openAsNew(answers: Answers, mode: Mode = "steps", original = answers): Promise<SwitchResult> {
    return this.#switch(async () => {
      const result = await this.#turnTo((await this.#saved.autosave?.add(original, mode)) ?? "");
      if (result === "switched") {
        this.#open.showMigrated(answers, original);
      }
      return result;
    });
  }

  /** Forget everything; rejects when the browser refuses, and then the form is empty all the same. */
  async wipe(): Promise<void> {
    this.#open.clear();
    try {
      await this.#saved.wipe();
    } finally {
      this.#changed("cleared");
      void this.#saved.readList();
    }
  }

  /** Keep another way through the form; it is no change of the answers. */
  saveMode(): void {
    this.#saved.autosave?.saveMode(this.mode);
  }

  /** Give an assessment another name; none when that is empty. */
  async rename(id: string, name: string): Promise<void> {
    if (!this.isOpen(id)) {
      return this.#kept.rename(id, name);
    }
    this.#open.update(renamed(this.answers, name), null);
    this.#changed("renamed");
    void this.#saved.readList();
  }

  /** Keep a copy of an assessment beside it, under another name. */
  async copy(id: string, name: string): Promise<void> {
    const answers = this.answersOf(id);
    if (answers !== null) {
      const mode = this.isOpen(id) ? this.mode : modeOf(this.#saved.find(id) ?? {});
      await this.#kept.add(renamed(answers, name), mode);
    }
  }

  /** Remove assessments; when the open one is among them, a new one is open then. Gives what can be brought back. */
  async remove(ids: readonly string[]): Promise<RemovedAssessment[]> {
    const removed = await this.#kept.remove(ids);
    if (ids.some((id) => this.isOpen(id))) {
      this.#startEmpty();
      this.#changed("removed");
    }
    return removed;
  }

  #changed(cause: ChangeCause): void {
    this.#subscribers.tell("changed", cause);
  }

  #restore(last: LastSaved): void {
    const restored = this.#open.restore(last);
    this.#saved.begin();
    this.#subscribers.tell("restored", restored);
    if (restored.isAnswered) {
      this.#open.save();
    } else {
      this.saveMode();
    }
  }

  #startEmpty(): void {
    this.#open.clear();
    this.#saved.autosave?.startNew();
  }

  #step(way: "undo" | "redo", cause: ChangeCause): Step | null {
    const step = this.#open.step(way);
    if (step !== null) {
      this.#changed(cause);
    }
    return step;
  }

  /** What is kept is read again before the change is told, so that whoever draws both draws once. */
  async #switch(work: () => Promise<SwitchResult>): Promise<SwitchResult> {
    try {
      const result = await work();
      await this.#saved.readList();
      if (result === "switched") {
        this.#changed("switched");
      }
      return result;
    } catch (error) {
      void this.#saved.readList();
      throw error;
    }
  }

  async #turnTo(id: string): Promise<SwitchResult> {
    const opened = await this.#saved.autosave?.switchTo(id);
    if (!opened?.saved) {
      return opened?.corrupt ? "corrupt" : "gone";
    }
    this.#open.open(opened.saved);
    return "switched";
  }
}
