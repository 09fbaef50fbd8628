/** The answers that are open: the one place where they change, which tells who listens (publish and subscribe). */

import { changedNames } from "../answers/diff.js";
import { type Answers, renamed } from "../answers/document.js";
import { type Mode, modeOf } from "../answers/form-mode.js";
import { type Age, ageOf, type Norm } from "../answers/norm-version.js";
import type { AnswersForm } from "../form/fields.js";
import { AssessmentStore } from "../storage/assessment-store.js";
import type { Version } from "../storage/database.js";
import { type ChangeCause, Subscribers, type WorkspaceEvents } from "./events.js";
import { type LastSaved, type ModeControl, restoreLast } from "./restore.js";
import { type OpenStore, SavedWork } from "./saved-work.js";
import { Session } from "./session.js";
import { UndoHistory } from "./undo-history.js";

/** What became of turning to another assessment; what could not be read was put aside. */
export type SwitchResult = "switched" | "corrupt" | "gone";

/** The answers before and after undo or redo. */
export interface Step {
  before: Answers;
  after: Answers;
}

/** What can be read of what is kept; the workspace alone changes it. */
export type SavedState = Pick<
  SavedWork,
  "isAvailable" | "id" | "versions" | "assessments" | "corrupt" | "persistence" | "find"
>;

export class Workspace {
  readonly #saved: SavedWork;
  readonly #norm: Norm;
  readonly #session: Session;
  readonly #modes: ModeControl;
  readonly #history = new UndoHistory<Answers>();
  readonly #subscribers = new Subscribers();

  /** @param openStore Opens what is kept; rejects where the browser has no place for it. */
  constructor(form: AnswersForm, modes: ModeControl, openStore: OpenStore = () => AssessmentStore.open()) {
    this.#norm = form.norm;
    this.#session = new Session(form);
    this.#modes = modes;
    this.#saved = new SavedWork(openStore, this.#subscribers);
  }

  /** Let somebody hear what happens, after all who asked before. */
  subscribe(listener: Partial<WorkspaceEvents>): void {
    this.#subscribers.add(listener);
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

  get mode(): Mode {
    return this.#modes.mode;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  get saved(): SavedState {
    return this.#saved;
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
      this.#subscribers.tell("changed", "restored");
    }
    await this.#saved.readList(); // the other assessments, of which there may be many, can wait
  }

  /** Take up what the form holds without saving it: browsers fill in forms and tell nobody. */
  readForm(): void {
    this.#session.read();
  }

  /** Take up what the reader changed in the form. */
  commitForm(): void {
    const before = this.answers;
    this.#session.read();
    this.#history.record(before, changedNames(before, this.answers), Date.now());
    this.#save();
    this.#subscribers.tell("changed", "edited");
  }

  /**
   * Change what the form does not show; one thing after another, each can be undone.
   *
   * @param what The name of what changes, which can be typed on in; null for a change that is taken back by itself.
   */
  update(answers: Answers, what: string | null): void {
    this.#update(answers, what);
    this.#subscribers.tell("changed", "edited");
  }

  /**
   * Show other answers in the place of these, as a change that can be undone.
   *
   * @param original What they were before they came along to this norm: a version to go back to.
   */
  replace(answers: Answers, original = answers): void {
    const before = this.answers;
    this.#session.show(original);
    this.#recordApart(before);
    this.#saveApart();
    this.#showMigrated(answers, original);
    this.#subscribers.tell("changed", "replaced");
  }

  /** Show a version again, as a change that can be undone. */
  restoreVersion(version: Version): void {
    this.replace(version.answers);
  }

  /** Throw away the answers to what the norm has no longer. */
  discardRemoved(): void {
    this.#session.read();
    const { appendix: _removed, ...rest } = this.answers;
    this.replace(rest as Answers);
  }

  /** Take the open answers as they came along to this norm; what they were before is a version to go back to. */
  adoptMigrated(answers: Answers): void {
    this.#showMigrated(answers, this.answers);
    this.#subscribers.tell("changed", "migrated");
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
    this.#clear();
    this.#saved.autosave?.startNew();
    if (name !== "") {
      this.#session.update(renamed(this.answers, name));
      this.#save();
    }
    this.#subscribers.tell("changed", "cleared");
  }

  /** Go on with an assessment that is kept. */
  switchTo(id: string): Promise<SwitchResult> {
    return this.#switch(() => this.#open(id));
  }

  /** Go on with what another tab made of this assessment; what stood here can be brought back. */
  takeNewest(): Promise<SwitchResult> {
    return this.#switch(async () => {
      const before = this.answers;
      const result = await this.#open(this.#saved.id);
      this.#recordApart(before);
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
      const result = await this.#open((await this.#saved.autosave?.add(original, mode)) ?? "");
      if (result === "switched") {
        this.#showMigrated(answers, original);
      }
      return result;
    });
  }

  /** Forget everything; rejects when the browser refuses, and then the form is empty all the same. */
  async wipe(): Promise<void> {
    this.#clear();
    try {
      await this.#saved.wipe();
    } finally {
      this.#subscribers.tell("changed", "cleared");
      void this.#saved.readList();
    }
  }

  /** Keep another way through the form; it is no change of the answers. */
  saveMode(): void {
    this.#saved.autosave?.saveMode(this.mode);
  }

  /** Give an assessment another name; none when that is empty. */
  rename(id: string, name: string): Promise<void> {
    return this.#changeList(async () => {
      if (this.isOpen(id)) {
        this.#update(renamed(this.answers, name), null);
        this.#subscribers.tell("changed", "renamed");
      } else {
        await this.#saved.autosave?.rewrite(id, (newest) => renamed(newest, name));
      }
    });
  }

  /** Keep a copy of an assessment beside it, under another name. */
  copy(id: string, name: string): Promise<void> {
    return this.#changeList(async () => {
      const answers = this.answersOf(id);
      if (answers !== null) {
        const mode = this.isOpen(id) ? this.mode : modeOf(this.#saved.find(id) ?? {});
        await this.#saved.autosave?.add(renamed(answers, name), mode);
      }
    });
  }

  /**
   * Keep answers as assessments of their own beside what is there, none of them open.
   *
   * @param added Hears under which name each is kept; rejects at the first that the browser refuses.
   */
  addAll(documents: readonly Answers[], added: (id: string) => void): Promise<void> {
    return this.#changeList(async () => {
      for (const answers of documents) {
        added((await this.#saved.autosave?.add(answers, "steps")) ?? "");
      }
    });
  }

  /** Remove those of these assessments that nobody opened since they were added; tells how many stay. */
  async removeUntouched(ids: readonly string[]): Promise<number> {
    await this.#saved.readList();
    const untouched = ids.filter((id) => this.#saved.find(id)?.revision === 1);
    await this.#changeList(async () => {
      for (const id of untouched) {
        await this.#saved.autosave?.remove(id);
      }
    });
    return ids.length - untouched.length;
  }

  /** Remove an assessment; when it is the open one, a new one is open then. */
  remove(id: string): Promise<void> {
    return this.#changeList(async () => {
      const wasOpen = this.isOpen(id);
      await this.#saved.autosave?.remove(id);
      if (wasOpen) {
        this.startNew("");
      }
    });
  }

  /** Throw away what could not be read. */
  discardCorrupt(id: string): Promise<void> {
    return this.#changeList(() => this.#saved.discardCorrupt(id));
  }

  #restore(last: LastSaved): void {
    const restored = restoreLast(last, this.#session, this.#modes);
    this.#history.clear();
    this.#saved.begin();
    this.#subscribers.tell("restored", restored);
    if (restored.isAnswered) {
      this.#save();
    } else {
      this.saveMode();
    }
  }

  #recordApart(before: Answers): void {
    if (changedNames(before, this.answers).length > 0) {
      this.#history.recordApart(before);
    }
  }

  /** Save the answers as they are; those of a newer norm stay as that norm's page left them. */
  #save(): void {
    if (this.age !== "newer") {
      this.#saved.autosave?.save(this.answers, this.mode);
    }
  }

  /** Save as a version of its own. */
  #saveApart(): void {
    this.#saved.autosave?.startNewVersion();
    this.#save();
    this.#saved.autosave?.startNewVersion();
  }

  #update(answers: Answers, what: string | null): void {
    if (what === null) {
      this.#history.recordApart(this.answers);
    } else {
      this.#history.record(this.answers, [what], Date.now());
    }
    this.#session.update(answers);
    this.#save();
  }

  #showMigrated(answers: Answers, original: Answers): void {
    if (answers !== original) {
      this.#session.show(answers);
      this.#saveApart();
    }
  }

  #step(way: "undo" | "redo", cause: ChangeCause): Step | null {
    const before = this.answers;
    const after = this.#history[way](before);
    if (after === null) {
      return null;
    }
    this.#session.show(after);
    this.#save();
    this.#subscribers.tell("changed", cause);
    return { before, after };
  }

  /** Show the form as on a first visit. */
  #clear(): void {
    this.#session.clear();
    this.#modes.show("steps");
    this.#history.clear();
  }

  /** What is kept is read again before the change is told, so that whoever draws both draws once. */
  async #switch(work: () => Promise<SwitchResult>): Promise<SwitchResult> {
    try {
      const result = await work();
      await this.#saved.readList();
      if (result === "switched") {
        this.#subscribers.tell("changed", "switched");
      }
      return result;
    } catch (error) {
      void this.#saved.readList();
      throw error;
    }
  }

  async #open(id: string): Promise<SwitchResult> {
    const opened = await this.#saved.autosave?.switchTo(id);
    if (!opened?.saved) {
      return opened?.corrupt ? "corrupt" : "gone";
    }
    this.#session.show(opened.saved.answers);
    this.#modes.show(modeOf(opened.saved));
    this.#history.clear();
    return "switched";
  }

  /** Do something with what is kept, and read it again whatever came of it. */
  async #changeList(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } finally {
      void this.#saved.readList();
    }
  }
}
