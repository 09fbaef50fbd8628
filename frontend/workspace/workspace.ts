/** What happens to the answers between the form and what is kept: saving, taking back, turning to others. */

import { changedNames } from "../answers/diff.js";
import { type Answers, renamed } from "../answers/document.js";
import { type Mode, modeOf } from "../answers/form-mode.js";
import { ageOf } from "../answers/norm-version.js";
import { nameOfAnswers } from "../answers/title.js";
import { describeChange } from "../form/labels.js";
import { moment } from "../lib/format.js";
import { forgetSnapshots } from "../runtime/snapshot-cache.js";
import { AssessmentStore } from "../storage/assessment-store.js";
import { Autosave } from "../storage/autosave.js";
import type { Version } from "../storage/database.js";
import { type Persistence, persistence } from "../storage/persistent-storage.js";
import { sure } from "../ui/dialog.js";
import { saveRaw } from "../workspace-ui/actions.js";
import { MigrationNotice } from "../workspace-ui/migration-notice.js";
import type { SavedListActions } from "../workspace-ui/saved-list.js";
import { SavedPanel } from "../workspace-ui/saved-panel.js";
import { StorageStatus } from "../workspace-ui/storage-status.js";
import { keepAsCopy, takeNewest } from "../workspace-ui/tab-conflict.js";
import type { PageContext } from "./context.js";
import { restoreLast } from "./restore.js";
import { UndoHistory } from "./undo-history.js";
import * as shelving from "../workspace-ui/actions.js";

export class Workspace {
  readonly page: PageContext;
  readonly #undo = new UndoHistory<Answers>();
  readonly #shelves: SavedPanel;
  readonly #told: StorageStatus;
  readonly renewed: MigrationNotice;
  #store: AssessmentStore | null = null;
  #autosave: Autosave | null = null;
  #persistence: Persistence | null = null;

  constructor(page: PageContext) {
    this.page = page;
    this.#told = new StorageStatus(page.panel, page.say, page.language);
    this.renewed = new MigrationNotice(page.form, page.say);
    this.#shelves = new SavedPanel(page, this.#makeActs());
    this.#draw();
  }

  /** Open what is kept, and show what was worked on last. */
  async start(): Promise<void> {
    try {
      this.#store = await AssessmentStore.open();
    } catch (error) {
      this.#told.showUnavailable(error);
      return;
    }
    const autosave = new Autosave(this.#store, {
      saved: () => void this.#showKept(),
      failed: (trouble) => this.#told.showProblem("bad", `storage.${trouble}`),
      takenOver: () => this.#showOvertaken(),
      listChanged: () => void this.#list(),
    });
    await restoreLast(this.page, autosave, this.#store, this.#told);
    this.#undo.clear();
    // Not before: what is typed in the meantime belongs to what was found.
    this.#autosave = autosave;
    await this.#list();
  }

  /** Take up what changed in the form. */
  read(): void {
    const { session } = this.page;
    const before = session.answers;
    session.read();
    this.noteChange(before);
    this.keep();
  }

  /** Let what just changed be taken back. */
  noteChange(before: Answers): void {
    this.#undo.record(before, changedNames(before, this.page.session.answers), Date.now());
  }

  /** Keep the answers as they are; those of a newer norm stay as that norm's page left them. */
  keep(): void {
    const { session, modes, norm } = this.page;
    if (ageOf(session.answers, norm) !== "newer") {
      this.#autosave?.save(session.answers, modes.mode);
    }
    this.#draw();
  }

  #keepApart(): void {
    this.#autosave?.startNewVersion();
    this.keep();
    this.#autosave?.startNewVersion();
  }

  /** Take the answers as they came along to this norm; how they were before is a version to go back to. */
  takeCarried(answers: Answers): void {
    this.page.session.show(answers);
    this.#keepApart();
  }

  /** Show other answers in the place of these, as a change that can be taken back. */
  replace(answers: Answers): void {
    const before = this.page.session.answers;
    this.#show(answers);
    this.noteChange(before);
    this.#keepApart();
  }

  /** Show answers as an assessment of their own, beside what is there. */
  async add(answers: Answers): Promise<void> {
    const { session, say } = this.page;
    if (this.#autosave !== null) {
      await this.turnTo(await this.#autosave.add(answers, "full"));
    } else if (session.isEmpty || (await sure(say, "replace", { name: say("share.name") }))) {
      this.replace(answers);
      this.page.refresh();
    }
  }

  /** Change what the form does not show; one thing after another, each can be taken back. */
  amend(answers: Answers, what: string): void {
    this.#undo.record(this.page.session.answers, [what], Date.now());
    this.page.session.update(answers);
    this.keep();
  }

  /** The answers of an assessment, as they stand here now; null when it is not there. */
  answersOf(id: string): Answers | null {
    return this.isOpen(id)
      ? this.page.session.answers
      : (this.#shelves.find(id)?.answers ?? null);
  }

  /** The way through the form that belongs to an assessment. */
  modeOf(id: string): Mode {
    return this.isOpen(id) ? this.page.modes.mode : modeOf(this.#shelves.find(id) ?? {});
  }

  isOpen(id: string): boolean {
    return id === this.#autosave?.id;
  }

  get autosave(): Autosave | null {
    return this.#autosave;
  }

  get store(): AssessmentStore | null {
    return this.#store;
  }

  /** Forget everything, when the reader is sure; tells whether it did. */
  async wipe(): Promise<boolean> {
    const { panel, say, refresh } = this.page;
    if (!(await sure(say, "wipe"))) {
      return false;
    }
    this.#clear();
    this.#told.clear();
    this.#persistence = null;
    try {
      await this.#autosave?.wipe();
      this.#told.clear(); // what was being kept meanwhile may have said so
      await forgetSnapshots().catch(() => undefined); // no answers are in it; still the reader wants nothing left
      panel.announce(say("status.wiped"));
    } catch {
      this.#told.showProblem("bad", "wipe.failed");
    }
    refresh();
    await this.#list();
    return true;
  }

  /** Go on with an assessment that is kept. */
  async turnTo(id: string): Promise<void> {
    const { session, panel, say } = this.page;
    const taken = await this.#autosave?.switchTo(id);
    if (taken?.saved) {
      this.#show(taken.saved.answers);
      this.page.modes.show(modeOf(taken.saved));
      this.#undo.clear();
      this.#told.clearConflict();
      panel.announce(say("status.turned", { name: nameOfAnswers(session.answers, say) }));
    } else {
      this.#told.showProblem("attention", taken?.corrupt ? "storage.damaged" : "work.gone");
    }
    await this.#list();
    this.page.refresh();
  }

  /** Turn to a new assessment, under this name if it has one. */
  begin(name: string): void {
    const { session, refresh } = this.page;
    this.#clear();
    this.#told.clearConflict();
    this.#autosave?.startNew();
    if (name !== "") {
      session.update(renamed(session.answers, name));
      this.keep();
    }
    this.#draw();
    refresh();
  }

  #makeActs(): SavedListActions {
    return {
      undo: () => this.#step("undo"),
      redo: () => this.#step("redo"),
      startNew: () => void this.#guarded(() => shelving.startNew(this)),
      turnTo: (id) => void this.#guarded(() => this.turnTo(id)),
      rename: (id) => void this.#guarded(() => shelving.rename(this, id)),
      compare: (id) => void shelving.compare(this, id),
      copy: (id) => void this.#guarded(() => shelving.copy(this, id)),
      remove: (id) => void this.#guarded(() => shelving.remove(this, id)),
      restoreVersion: (version) => this.#bringBack(version),
      saveCorrupt: ({ record }) => saveRaw(record, this.page.say),
      discardCorrupt: (damaged) => void this.#guarded(() => shelving.discardCorrupt(this, damaged)),
    };
  }

  /** Do something with what is kept, and tell when the browser refuses. */
  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#told.showError(error);
    }
    await this.#list();
  }

  #step(way: "undo" | "redo"): void {
    const { session, panel, say, refresh } = this.page;
    const before = session.answers;
    const state = this.#undo[way](before);
    if (state === null) {
      panel.announce(say(`status.no_${way}`));
      return;
    }
    this.#show(state);
    panel.announce(say(`status.${way}`, { what: describeChange(before, state, this.page.form, say) }));
    this.keep();
    refresh();
  }

  #bringBack(version: Version): void {
    const { panel, say, language, refresh } = this.page;
    this.replace(version.answers);
    panel.announce(say("status.brought_back", { time: moment(version.saved_at, language) }));
    refresh();
  }

  /** Show other answers; what was said about the norm of those before goes. */
  #show(answers: Answers): void {
    this.renewed.clear();
    this.page.session.show(answers);
  }

  /** Show the form as on a first visit. */
  #clear(): void {
    this.renewed.clear();
    this.page.session.clear();
    this.page.modes.show("full");
    this.#undo.clear();
  }

  #showOvertaken(): void {
    this.#told.showConflict(
      () => void this.#guarded(() => takeNewest(this)),
      () => void this.#guarded(() => keepAsCopy(this)),
    );
  }

  async #showKept(): Promise<void> {
    const id = this.#autosave?.id;
    this.#told.showSaved(this.#persistence);
    void this.#list();
    if (this.#persistence === null && this.#store !== null) {
      this.#persistence = await persistence(this.#store).catch(() => null);
      if (this.#persistence !== null && id === this.#autosave?.id && !this.#autosave?.isTakenOver) {
        this.#told.showSaved(this.#persistence);
      }
    }
  }

  async #list(): Promise<void> {
    await this.#shelves.read(this.#store);
    this.#draw();
  }

  #draw(): void {
    this.#shelves.draw({ autosave: this.#autosave, undo: this.#undo });
  }
}
