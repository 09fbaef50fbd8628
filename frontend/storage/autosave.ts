/** Keeps the assessment that is open, as it changes, with its versions; only the last tab to open one writes. */

import type { Answers } from "../answers/document.js";
import type { Kept, Version } from "./database.js";
import { type Mode, modeOf } from "../form/mode-switch.js";
import { record, type State, type Store, type Taken } from "./assessment-store.js";
import { rememberedHere, rememberHere, Tabs } from "./tab-sync.js";
import { joins, surplus, versionOf } from "./version-history.js";

/** Why answers were not kept, as the last part of a message's id. */
export type Trouble = "full" | "failed";

export interface Listener {
  kept(): void;
  failed(trouble: Trouble): void;
  /** Another tab took up this assessment: this one stops writing. */
  overtaken(): void;
  /** Something else changed in what is kept. */
  listed(): void;
}

export class Keeper {
  readonly #store: Store;
  readonly #listener: Listener;
  readonly #tabs: Tabs;
  #id = token();
  #visit = token();
  #revision = 0;
  #versions: Version[] = [];
  /** What was kept last, or found; null while nothing is kept. */
  #newest: Kept | null = null;
  #overtaken = false;
  /** The next change begins a version of its own. */
  #apart = true;

  constructor(store: Store, listener: Listener) {
    this.#store = store;
    this.#listener = listener;
    this.#tabs = new Tabs((news) => {
      if (news.id === this.#id && news.visit !== this.#visit) {
        this.#stop();
      }
      listener.listed();
    });
  }

  get id(): string {
    return this.#id;
  }

  get isOvertaken(): boolean {
    return this.#overtaken;
  }

  /** The newest first; the first is what stands there now. */
  get versions(): readonly Version[] {
    return [...this.#versions].reverse();
  }

  /** Take up what this tab, or else this browser, worked on last. */
  async resume(): Promise<Taken | null> {
    const mine = rememberedHere();
    const taken = mine === null ? null : await this.open(mine);
    if (taken !== null && (taken.saved !== null || taken.damaged)) {
      return taken;
    }
    const last = await this.#store.lastOpen();
    return last === null ? null : this.open(last);
  }

  /** Write to this assessment from now on; when it is not there any more, nothing changes. */
  async open(id: string): Promise<Taken> {
    const visit = token();
    const taken = await this.#store.takeUp(id, visit);
    if (taken.saved !== null) {
      this.#turnTo(id, visit, taken);
    } else if (taken.damaged) {
      this.begin();
    }
    this.#tabs.tell({ id, visit });
    return taken;
  }

  /** Turn to a new assessment, which is kept as soon as something is answered. */
  begin(): void {
    this.#turnTo(token(), token(), { saved: null, versions: [], damaged: false });
  }

  /** Keep the answers of this moment. */
  keep(answers: Answers, mode: Mode): void {
    if (!this.#overtaken) {
      rememberHere(this.#id);
      this.#write(this.#next(answers, mode));
    }
  }

  /** Keep another way through the form, once there are answers to keep it with; it makes no version. */
  keepMode(mode: Mode): void {
    const version = this.#versions.at(-1);
    const before = this.#newest;
    if (before !== null && before.mode !== mode && version !== undefined && !this.#overtaken) {
      this.#revision += 1;
      this.#newest = { ...before, visit: this.#visit, revision: this.#revision, mode };
      const same = { ...version, revision: this.#revision };
      this.#versions = [...this.#versions.slice(0, -1), same];
      this.#write({ saved: this.#newest, version: same, replaces: version.revision, drop: [] });
    }
  }

  /** Let the next change be a version of its own. */
  setApart(): void {
    this.#apart = true;
  }

  /** Keep answers as an assessment of their own, and say under which name. */
  async add(answers: Answers, mode: Mode): Promise<string> {
    const saved = record(token(), token(), 1, answers, mode);
    const version = versionOf(saved, null);
    await this.#store.save({ saved, version, replaces: null, drop: [] });
    this.#tabs.tell({ id: null, visit: null });
    return saved.id;
  }

  /** Change an assessment that is not open here. */
  async rewrite(id: string, change: (answers: Answers) => Answers): Promise<void> {
    const visit = token();
    const { saved, versions } = await this.#store.takeUp(id, visit);
    this.#tabs.tell({ id, visit });
    if (saved !== null) {
      const next = record(id, visit, saved.revision + 1, change(saved.answers), modeOf(saved));
      const version = versionOf(next, versions.at(-1) ?? null);
      await this.#store.save({ saved: next, version, replaces: null, drop: surplus([...versions, version]) });
    }
  }

  async remove(id: string): Promise<void> {
    await this.#store.remove(id);
    this.#tabs.tell({ id, visit: null });
  }

  async wipe(): Promise<void> {
    const ids = (await this.#store.list()).map((saved) => saved.id);
    await this.#store.wipe();
    this.begin();
    for (const id of ids) {
      this.#tabs.tell({ id, visit: null });
    }
  }

  #turnTo(id: string, visit: string, taken: Taken): void {
    this.#id = id;
    this.#visit = visit;
    this.#revision = taken.saved?.revision ?? 0;
    this.#versions = [...taken.versions];
    this.#newest = taken.saved;
    this.#overtaken = false;
    this.#apart = true;
    rememberHere(id);
  }

  #write(state: State): void {
    const [id, visit] = [this.#id, this.#visit];
    const current = (): boolean => visit === this.#visit;
    this.#store.save(state).then(
      () => current() && this.#listener.kept(),
      (error: unknown) => current() && this.#failed(error, id),
    );
  }

  #next(answers: Answers, mode: Mode): State {
    this.#revision += 1;
    const saved = record(this.#id, this.#visit, this.#revision, answers, mode);
    this.#newest = saved;
    const newest = this.#versions.at(-1);
    const joined = newest !== undefined && joins(newest.begun_at, new Date(), this.#apart);
    const earlier = joined ? this.#versions.slice(0, -1) : this.#versions;
    const version = versionOf(saved, earlier.at(-1) ?? null);
    const kept = { ...version, begun_at: joined ? newest.begun_at : version.begun_at };
    const all = [...earlier, kept];
    const drop = surplus(all);
    this.#versions = all.slice(drop.length);
    this.#apart = false;
    return { saved, version: kept, replaces: joined ? newest.revision : null, drop };
  }

  #failed(error: unknown, id: string): void {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "ConstraintError" && id === this.#id) {
      this.#stop();
    } else {
      this.#listener.failed(name === "QuotaExceededError" ? "full" : "failed");
    }
  }

  #stop(): void {
    if (!this.#overtaken) {
      this.#overtaken = true;
      this.#listener.overtaken();
    }
  }
}

/** A name that nothing else has; `randomUUID` is not there on every address. */
function token(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return [...numbers].map((number) => number.toString(36)).join("");
}
