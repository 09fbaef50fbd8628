/**
 * Autosave: the assessment that is open is saved at every change, with its versions. Of several tabs only the last to
 * open it writes (optimistic locking by a writer's token).
 */

import type { Answers } from "../answers/document.js";
import { type Mode, modeOf } from "../answers/form-mode.js";
import { randomToken } from "../lib/random-token.js";
import { type AssessmentStore, type OpenedAssessment, record, type RemovedAssessment, type SaveOperation } from "./assessment-store.js";
import type { CloseReason, SavedAssessment, Version } from "./database.js";
import { assessmentOfThisTab, rememberForThisTab, TabSync } from "./tab-sync.js";
import { excess, extendsNewest, versionOf } from "./version-history.js";

/** Why answers were not kept, as the last part of a message's id. */
export type SaveError = "full" | "failed" | "newer";

/** Why, by the name of the error; anything else is a failure. */
export const REASONS: Record<string, SaveError> = { QuotaExceededError: "full", VersionError: "newer" };

export interface AutosaveEvents {
  /** A change is on its way to be saved. */
  saving(): void;
  /** All is saved: no change is on its way any more. */
  saved(): void;
  failed(reason: SaveError): void;
  /** Another tab took up this assessment: this one stops writing. */
  takenOver(): void;
  /** All that this browser kept was gone; the open assessment is kept again. */
  recovered(): void;
  /** Something else changed in what is kept. */
  listChanged(): void;
}

export class Autosave {
  readonly #store: AssessmentStore;
  readonly #listener: AutosaveEvents;
  readonly #tabs: TabSync;
  #id = randomToken();
  #writer = randomToken();
  #revision = 0;
  #versions: Version[] = [];
  /** What was kept last, or found; null while nothing is kept. */
  #newest: SavedAssessment | null = null;
  #takenOver = false;
  /** The next change begins a version of its own. */
  #newVersionNext = true;

  constructor(store: AssessmentStore, listener: AutosaveEvents) {
    this.#store = store;
    this.#listener = listener;
    this.#tabs = new TabSync((message) => {
      if (message.id === this.#id && message.visit !== this.#writer) {
        this.#stop();
      }
      listener.listChanged();
    });
    store.whenClosed((reason) => void this.#recover(reason));
  }

  get id(): string {
    return this.#id;
  }

  /** What was kept last of the open assessment; null while nothing is kept. */
  get newest(): SavedAssessment | null {
    return this.#newest;
  }

  get isTakenOver(): boolean {
    return this.#takenOver;
  }

  /** The newest first; the first is what stands there now. */
  get versions(): readonly Version[] {
    return [...this.#versions].reverse();
  }

  /** Take up what this tab, or else this browser, worked on last. */
  async resume(): Promise<OpenedAssessment | null> {
    const ours = assessmentOfThisTab();
    const opened = ours === null ? null : await this.switchTo(ours);
    if (opened !== null && (opened.saved !== null || opened.corrupt)) {
      return opened;
    }
    const last = await this.#store.lastOpened();
    return last === null ? null : this.switchTo(last);
  }

  /** Write to this assessment from now on; when it is not there any more, nothing changes. */
  async switchTo(id: string): Promise<OpenedAssessment> {
    const writer = randomToken();
    const opened = await this.#store.claim(id, writer);
    if (opened.saved !== null) {
      this.#adopt(id, writer, opened);
    } else if (opened.corrupt) {
      this.startNew();
    }
    this.#tabs.send({ id, visit: writer });
    return opened;
  }

  /** Turn to a new assessment, which is kept as soon as something is answered. */
  startNew(): void {
    this.#adopt(randomToken(), randomToken(), { saved: null, versions: [], corrupt: false });
  }

  /** Keep the answers of this moment. */
  save(answers: Answers, mode: Mode): void {
    if (!this.#takenOver) {
      rememberForThisTab(this.#id);
      this.#write(this.#next(answers, mode));
    }
  }

  /** Keep another way through the form, once there are answers to keep it with; it makes no version. */
  saveMode(mode: Mode): void {
    const version = this.#versions.at(-1);
    const before = this.#newest;
    if (before !== null && before.mode !== mode && version !== undefined && !this.#takenOver) {
      this.#revision += 1;
      this.#newest = { ...before, visit: this.#writer, revision: this.#revision, mode };
      const same = { ...version, revision: this.#revision };
      this.#versions = [...this.#versions.slice(0, -1), same];
      this.#write({ saved: this.#newest, version: same, replaces: version.revision, drop: [] });
    }
  }

  /** Let the next change be a version of its own. */
  startNewVersion(): void {
    this.#newVersionNext = true;
  }

  /** Keep answers as an assessment of their own, and say under which name. */
  async add(answers: Answers, mode: Mode): Promise<string> {
    const saved = record(randomToken(), randomToken(), 1, answers, mode);
    const version = versionOf(saved, null);
    await this.#store.save({ saved, version, replaces: null, drop: [] });
    if (this.#newest !== null) {
      await this.#store.setOpen(this.#id); // what was worked on last is still what is open
    }
    this.#tabs.send({ id: null, visit: null });
    return saved.id;
  }

  /** Change an assessment that is not open here; gives what it is then, null when it is not there. */
  async rewrite(id: string, change: (answers: Answers) => Answers): Promise<Answers | null> {
    const writer = randomToken();
    const { saved, versions } = await this.#store.claim(id, writer);
    this.#tabs.send({ id, visit: writer });
    if (saved === null) {
      return null;
    }
    const next = record(id, writer, saved.revision + 1, change(saved.answers), modeOf(saved));
    const version = versionOf(next, versions.at(-1) ?? null);
    await this.#store.save({ saved: next, version, replaces: null, drop: excess([...versions, version]) });
    return next.answers;
  }

  /** Remove an assessment; gives what can be brought back. */
  async remove(id: string): Promise<RemovedAssessment[]> {
    const removed = await this.#store.remove(id);
    this.#tabs.send({ id, visit: null });
    return removed;
  }

  /** Keep again what was removed, with its versions; what is open stays what the next visit begins with. */
  async bringBack({ saved, versions }: RemovedAssessment): Promise<void> {
    await this.#store.recover({ ...saved, visit: randomToken() }, versions);
    if (this.#newest !== null) {
      await this.#store.setOpen(this.#id);
    }
    this.#tabs.send({ id: null, visit: null });
  }

  async wipe(): Promise<void> {
    const ids = await this.#store.ids();
    await this.#store.wipe();
    this.startNew();
    for (const id of ids) {
      this.#tabs.send({ id, visit: null });
    }
  }

  /** Hear no other tab any more. */
  close(): void {
    this.#tabs.close();
  }

  #adopt(id: string, writer: string, opened: OpenedAssessment): void {
    this.#id = id;
    this.#writer = writer;
    this.#revision = opened.saved?.revision ?? 0;
    this.#versions = [...opened.versions];
    this.#newest = opened.saved;
    this.#takenOver = false;
    this.#newVersionNext = true;
    rememberForThisTab(id);
  }

  #write(operation: SaveOperation): void {
    const [id, writer, { revision }] = [this.#id, this.#writer, operation.saved];
    const current = (): boolean => writer === this.#writer;
    this.#listener.saving();
    this.#store.save(operation).then(
      () => current() && revision === this.#revision && this.#listener.saved(),
      (error: unknown) => current() && this.#failed(error, id),
    );
  }

  /** The database was closed under the page, and may be gone: what stands here must not go with it. */
  async #recover(reason: CloseReason): Promise<void> {
    const [id, saved] = [this.#id, this.#newest];
    if (reason === "newer") {
      this.#listener.failed("newer");
    } else if (saved !== null && !this.#takenOver) {
      this.#listener.saving();
      try {
        const wasGone = await this.#store.recover({ ...saved, visit: this.#writer }, this.#versions);
        this.#tellRecovered(saved, wasGone);
      } catch (error) {
        this.#failed(error, id);
      }
    }
    this.#listener.listChanged();
  }

  #tellRecovered({ id, revision }: SavedAssessment, wasGone: boolean): void {
    if (wasGone) {
      this.#listener.recovered();
    }
    if (id === this.#id && revision === this.#revision) {
      this.#listener.saved();
    }
  }

  #next(answers: Answers, mode: Mode): SaveOperation {
    this.#revision += 1;
    const saved = record(this.#id, this.#writer, this.#revision, answers, mode);
    this.#newest = saved;
    const newest = this.#versions.at(-1);
    const extended = newest !== undefined && extendsNewest(newest.begun_at, new Date(), this.#newVersionNext);
    const earlier = extended ? this.#versions.slice(0, -1) : this.#versions;
    const version = versionOf(saved, earlier.at(-1) ?? null);
    const stored = { ...version, begun_at: extended ? newest.begun_at : version.begun_at };
    const all = [...earlier, stored];
    const drop = excess(all);
    this.#versions = all.slice(drop.length);
    this.#newVersionNext = false;
    return { saved, version: stored, replaces: extended ? newest.revision : null, drop };
  }

  #failed(error: unknown, id: string): void {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "ConstraintError" && id === this.#id) {
      this.#stop();
    } else {
      console.warn(error);
      this.#listener.failed(REASONS[name] ?? "failed");
    }
  }

  #stop(): void {
    if (!this.#takenOver) {
      this.#takenOver = true;
      this.#listener.takenOver();
    }
  }
}
