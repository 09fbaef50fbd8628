/** What happens to the answers between the form and what is kept: saving, taking back, turning to others. */

import { render } from "lit/html.js";
import { type Answers, renamed } from "./answers.js";
import type { Damaged, Kept, Version } from "./database.js";
import { saveRaw } from "./aside.js";
import { Keeper } from "./keeper.js";
import { saveAsYaml, share } from "./leaving.js";
import { fullLabelOf } from "./labels.js";
import { type Persistence, persistence } from "./persistence.js";
import { sure } from "./asking.js";
import { forgetSnapshots } from "./snapshot.js";
import { type Acts, moment, nameOfAnswers, shelfTemplate } from "./shelf.js";
import * as shelving from "./shelving.js";
import { Store, type Taken } from "./store.js";
import type { Surroundings } from "./surroundings.js";
import { Told } from "./told.js";
import { Undo } from "./undo.js";
import { changedNames } from "./versions.js";

export class Workbench {
  readonly page: Surroundings;
  readonly #undo = new Undo<Answers>();
  readonly #acts: Acts;
  readonly #told: Told;
  #store: Store | null = null;
  #keeper: Keeper | null = null;
  #kept: Kept[] = [];
  #damaged: Damaged[] = [];
  #persistence: Persistence | null = null;

  constructor(page: Surroundings) {
    this.page = page;
    this.#told = new Told(page.panel, page.say, page.language);
    this.#acts = this.#makeActs();
    this.#draw();
  }

  /** Open what is kept, and show what was worked on last. */
  async start(): Promise<void> {
    try {
      this.#store = await Store.open();
    } catch (error) {
      const newer = error instanceof DOMException && error.name === "VersionError";
      this.#told.trouble("attention", newer ? "storage.newer" : "storage.unavailable");
      return;
    }
    this.#keeper = new Keeper(this.#store, {
      kept: () => void this.#showKept(),
      failed: (trouble) => this.#told.trouble("bad", `storage.${trouble}`),
      overtaken: () => this.#showOvertaken(),
      listed: () => void this.#list(),
    });
    await this.#resume(this.#keeper);
    await this.#list();
  }

  /** Take up what changed in the form. */
  read(): void {
    const { session } = this.page;
    const before = session.answers;
    session.read();
    this.#undo.note(before, changedNames(before, session.answers), Date.now());
    this.#keeper?.keep(session.answers);
    this.#draw();
  }

  /** Keep the answers as they are: something beside the form changed them. */
  keep(): void {
    this.#keeper?.keep(this.page.session.answers);
    this.#draw();
  }

  /** Show other answers in the place of these, as a change that can be taken back. */
  replace(answers: Answers): void {
    const { session } = this.page;
    this.#undo.note(session.answers, changedNames(session.answers, answers), Date.now());
    session.take(answers);
    this.#keeper?.setApart();
    this.keep();
    this.#keeper?.setApart();
  }

  /** Show answers as an assessment of their own, beside what is there. */
  async add(answers: Answers): Promise<void> {
    const { session, say } = this.page;
    if (this.#keeper !== null) {
      await this.#turnTo(await this.#keeper.add(answers));
    } else if (session.isEmpty || (await sure(say, "replace", { name: say("share.name") }))) {
      this.replace(answers);
    }
    this.page.refresh();
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
      : (this.#kept.find((kept) => kept.id === id)?.answers ?? null);
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
    const { panel, session, say, refresh } = this.page;
    if (!(await sure(say, "wipe"))) {
      return false;
    }
    session.clear();
    this.#undo.clear();
    this.#told.nothing();
    this.#persistence = null;
    try {
      await this.#keeper?.wipe();
      await forgetSnapshots().catch(() => undefined); // no answers are in it; still the reader wants nothing left
      panel.announce(say("status.wiped"));
    } catch {
      this.#told.trouble("bad", "wipe.failed");
    }
    await this.#list();
    refresh();
    return true;
  }

  async #resume(keeper: Keeper): Promise<void> {
    const { session, panel, say } = this.page;
    session.read();
    const answered = !session.isEmpty;
    const taken = await keeper.resume().catch(() => this.#withoutWriting());
    if (taken?.saved) {
      session.restore(taken.saved.answers);
      panel.announce(say("status.restored"));
    } else if (taken?.damaged) {
      this.#told.trouble("attention", "storage.damaged");
    }
    if (answered) {
      keeper.keep(session.answers);
    }
  }

  /** What is kept, from a browser that lets nothing more be written: kept on, it becomes a copy. */
  async #withoutWriting(): Promise<Pick<Taken, "saved" | "damaged">> {
    this.#told.trouble("bad", "storage.failed");
    const [saved = null] = (await this.#store?.list().catch(() => [])) ?? [];
    return { saved, damaged: false };
  }

  async #turnTo(id: string): Promise<void> {
    const { session, panel, say } = this.page;
    const taken = await this.#keeper?.open(id);
    if (taken?.saved) {
      session.take(taken.saved.answers);
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
    session.clear();
    this.#undo.clear();
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
      saveYaml: () => void saveAsYaml(this),
      share: () => void share(this),
      begin: () => void this.#guarded(() => shelving.begin(this)),
      turnTo: (id) => void this.#guarded(() => this.#turnTo(id)),
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
      const full = error instanceof DOMException && error.name === "QuotaExceededError";
      this.#told.trouble("bad", full ? "storage.full" : "storage.failed");
    }
    await this.#list();
  }

  #step(way: "undo" | "redo"): void {
    const { session, panel, say, form, refresh } = this.page;
    const before = session.answers;
    const state = this.#undo[way](before);
    if (state === null) {
      panel.announce(say(`status.no_${way}`));
      return;
    }
    session.take("norm" in before ? { ...state, norm: before["norm"] ?? null } : state);
    const names = changedNames(before, state);
    const [name] = names.length === 1 ? names : [];
    const about = name === "title" ? say("name.label") : name && fullLabelOf(form, name);
    const what = about ?? say("version.many", { n: names.length });
    panel.announce(say(`status.${way}`, { what }));
    this.keep();
    refresh();
  }

  #bringBack(version: Version): void {
    const { session, panel, say, language, refresh } = this.page;
    const { norm } = session.answers;
    this.replace(norm === undefined ? version.answers : { ...version.answers, norm });
    panel.announce(say("status.brought_back", { time: moment(version.saved_at, language) }));
    refresh();
  }

  #showOvertaken(): void {
    this.#told.overtaken(
      () => void this.#guarded(() => this.#takeNewest()),
      () => void this.#guarded(() => this.#keepAsCopy()),
    );
  }

  async #takeNewest(): Promise<void> {
    const before = this.page.session.answers;
    await this.#turnTo(this.#keeper?.id ?? "");
    this.#undo.note(before, changedNames(before, this.page.session.answers), Date.now());
  }

  async #keepAsCopy(): Promise<void> {
    const id = await this.#keeper?.add(shelving.asCopy(this.page.session.answers, this.page.say));
    await this.#turnTo(id ?? "");
  }

  async #showKept(): Promise<void> {
    this.#told.kept(this.#persistence);
    void this.#list();
    if (this.#persistence === null && this.#store !== null) {
      this.#persistence = await persistence(this.#store).catch(() => null);
      if (this.#persistence !== null && !this.#keeper?.isOvertaken) {
        this.#told.kept(this.#persistence);
      }
    }
  }

  async #list(): Promise<void> {
    try {
      this.#kept = (await this.#store?.list()) ?? [];
      this.#damaged = (await this.#store?.damaged()) ?? [];
    } catch {
      // Whoever tried to write has told it.
    }
    this.#draw();
  }

  #draw(): void {
    const { session, say, language, place } = this.page;
    const shelf = {
      open: { id: this.#keeper?.id ?? "", answers: session.answers },
      kept: this.#kept,
      versions: this.#keeper?.versions ?? [],
      damaged: this.#damaged,
      canUndo: this.#undo.canUndo,
      canRedo: this.#undo.canRedo,
      keeps: this.#keeper !== null,
    };
    render(shelfTemplate(shelf, this.#acts, say, language), place);
  }
}
