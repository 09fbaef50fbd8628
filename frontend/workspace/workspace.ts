/** What happens to the answers between the form and what is kept: saving, taking back, turning to others. */

import { type Answers, renamed } from "../answers/document.js";
import type { Version } from "../storage/database.js";
import { saveRaw } from "../workspace-ui/actions.js";
import { Keeper } from "../storage/autosave.js";
import { type Mode, modeOf } from "../form/mode-switch.js";
import { ageOf } from "../answers/norm-version.js";
import { keepAsCopy, takeNewest } from "../workspace-ui/tab-conflict.js";
import { type Persistence, persistence } from "../storage/persistent-storage.js";
import { sure } from "../ui/dialog.js";
import { forgetSnapshots } from "../runtime/snapshot-cache.js";
import { Renewed } from "../workspace-ui/migration-notice.js";
import { type Acts, moment, nameOfAnswers } from "../workspace-ui/saved-list.js";
import { Shelves } from "../workspace-ui/saved-panel.js";
import * as shelving from "../workspace-ui/actions.js";
import { resume } from "./restore.js";
import { whatChanged } from "../form/labels.js";
import { Store } from "../storage/assessment-store.js";
import type { Surroundings } from "./context.js";
import { Told } from "../workspace-ui/storage-status.js";
import { Undo } from "./undo-history.js";
import { changedNames } from "../storage/version-history.js";

export class Workbench {
  readonly page: Surroundings;
  readonly #undo = new Undo<Answers>();
  readonly #shelves: Shelves;
  readonly #told: Told;
  readonly renewed: Renewed;
  #store: Store | null = null;
  #keeper: Keeper | null = null;
  #persistence: Persistence | null = null;

  constructor(page: Surroundings) {
    this.page = page;
    this.#told = new Told(page.panel, page.say, page.language);
    this.renewed = new Renewed(page.form, page.say);
    this.#shelves = new Shelves(page, this.#makeActs());
    this.#draw();
  }

  /** Open what is kept, and show what was worked on last. */
  async start(): Promise<void> {
    try {
      this.#store = await Store.open();
    } catch (error) {
      this.#told.unavailable(error);
      return;
    }
    const keeper = new Keeper(this.#store, {
      kept: () => void this.#showKept(),
      failed: (trouble) => this.#told.trouble("bad", `storage.${trouble}`),
      overtaken: () => this.#showOvertaken(),
      listed: () => void this.#list(),
    });
    await resume(this.page, keeper, this.#store, this.#told);
    this.#undo.clear();
    // Not before: what is typed in the meantime belongs to what was found.
    this.#keeper = keeper;
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
    this.#undo.note(before, changedNames(before, this.page.session.answers), Date.now());
  }

  /** Keep the answers as they are; those of a newer norm stay as that norm's page left them. */
  keep(): void {
    const { session, modes, norm } = this.page;
    if (ageOf(session.answers, norm) !== "newer") {
      this.#keeper?.keep(session.answers, modes.mode);
    }
    this.#draw();
  }

  #keepApart(): void {
    this.#keeper?.setApart();
    this.keep();
    this.#keeper?.setApart();
  }

  /** Take the answers as they came along to this norm; how they were before is a version to go back to. */
  takeCarried(answers: Answers): void {
    this.page.session.take(answers);
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
    if (this.#keeper !== null) {
      await this.turnTo(await this.#keeper.add(answers, "full"));
    } else if (session.isEmpty || (await sure(say, "replace", { name: say("share.name") }))) {
      this.replace(answers);
      this.page.refresh();
    }
  }

  /** Change what the form does not show; one thing after another, each can be taken back. */
  amend(answers: Answers, what: string): void {
    this.#undo.note(this.page.session.answers, [what], Date.now());
    this.page.session.amend(answers);
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
    return id === this.#keeper?.id;
  }

  get keeper(): Keeper | null {
    return this.#keeper;
  }

  get store(): Store | null {
    return this.#store;
  }

  /** Forget everything, when the reader is sure; tells whether it did. */
  async wipe(): Promise<boolean> {
    const { panel, say, refresh } = this.page;
    if (!(await sure(say, "wipe"))) {
      return false;
    }
    this.#clear();
    this.#told.nothing();
    this.#persistence = null;
    try {
      await this.#keeper?.wipe();
      this.#told.nothing(); // what was being kept meanwhile may have said so
      await forgetSnapshots().catch(() => undefined); // no answers are in it; still the reader wants nothing left
      panel.announce(say("status.wiped"));
    } catch {
      this.#told.trouble("bad", "wipe.failed");
    }
    refresh();
    await this.#list();
    return true;
  }

  /** Go on with an assessment that is kept. */
  async turnTo(id: string): Promise<void> {
    const { session, panel, say } = this.page;
    const taken = await this.#keeper?.open(id);
    if (taken?.saved) {
      this.#show(taken.saved.answers);
      this.page.modes.show(modeOf(taken.saved));
      this.#undo.clear();
      this.#told.inCharge();
      panel.announce(say("status.turned", { name: nameOfAnswers(session.answers, say) }));
    } else {
      this.#told.trouble("attention", taken?.damaged ? "storage.damaged" : "work.gone");
    }
    await this.#list();
    this.page.refresh();
  }

  /** Turn to a new assessment, under this name if it has one. */
  begin(name: string): void {
    const { session, refresh } = this.page;
    this.#clear();
    this.#told.inCharge();
    this.#keeper?.begin();
    if (name !== "") {
      session.amend(renamed(session.answers, name));
      this.keep();
    }
    this.#draw();
    refresh();
  }

  #makeActs(): Acts {
    return {
      undo: () => this.#step("undo"),
      redo: () => this.#step("redo"),
      begin: () => void this.#guarded(() => shelving.begin(this)),
      turnTo: (id) => void this.#guarded(() => this.turnTo(id)),
      rename: (id) => void this.#guarded(() => shelving.rename(this, id)),
      compare: (id) => void shelving.compare(this, id),
      copy: (id) => void this.#guarded(() => shelving.copy(this, id)),
      remove: (id) => void this.#guarded(() => shelving.remove(this, id)),
      bringBack: (version) => this.#bringBack(version),
      saveDamaged: ({ record }) => saveRaw(record, this.page.say),
      forgetDamaged: (damaged) => void this.#guarded(() => shelving.forget(this, damaged)),
    };
  }

  /** Do something with what is kept, and tell when the browser refuses. */
  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#told.refused(error);
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
    panel.announce(say(`status.${way}`, { what: whatChanged(before, state, this.page) }));
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
    this.renewed.nothing();
    this.page.session.take(answers);
  }

  /** Show the form as on a first visit. */
  #clear(): void {
    this.renewed.nothing();
    this.page.session.clear();
    this.page.modes.show("full");
    this.#undo.clear();
  }

  #showOvertaken(): void {
    this.#told.overtaken(
      () => void this.#guarded(() => takeNewest(this)),
      () => void this.#guarded(() => keepAsCopy(this)),
    );
  }

  async #showKept(): Promise<void> {
    const id = this.#keeper?.id;
    this.#told.kept(this.#persistence);
    void this.#list();
    if (this.#persistence === null && this.#store !== null) {
      this.#persistence = await persistence(this.#store).catch(() => null);
      if (this.#persistence !== null && id === this.#keeper?.id && !this.#keeper?.isOvertaken) {
        this.#told.kept(this.#persistence);
      }
    }
  }

  async #list(): Promise<void> {
    await this.#shelves.read(this.#store);
    this.#draw();
  }

  #draw(): void {
    this.#shelves.draw({ keeper: this.#keeper, undo: this.#undo });
  }
}
