/**
 * The store of assessments in this browser: several, the last versions of each, and no overwriting (optimistic
 * locking: a write under a writer's token that a later tab revoked is refused).
 */

import { type Answers, FORMAT, isAnswers } from "../answers/document.js";
import type { Mode } from "../answers/form-mode.js";
import { Connection } from "./connection.js";
import { corruptRecords, discardCorrupt, quarantine } from "./corrupt-records.js";
import {
  type AssessmentRecord,
  type CloseReason,
  type CorruptRecord,
  type SavedAssessment,
  transaction,
  type Version,
  writeNow,
  type Writing,
} from "./database.js";
import { missingNewest } from "./version-history.js";

const OPEN = "open";

/** What a writer found when it took up an assessment. */
export interface OpenedAssessment {
  saved: SavedAssessment | null;
  versions: Version[];
  /** The record could not be read and was put aside. */
  corrupt: boolean;
}

/** What was removed, to bring it back. */
export interface RemovedAssessment {
  saved: SavedAssessment;
  versions: Version[];
}

/** A state to be kept, and the version that it is part of. */
export interface SaveOperation {
  saved: SavedAssessment;
  version: Version;
  /** The revision under which the version was kept before; null for a new version. */
  replaces: number | null;
  /** Revisions of versions that are too many. */
  drop: number[];
}

/** Ranges over the versions of one assessment. */
function versionsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}

/** The assessments in this browser; every method rejects when the browser refuses. */
export class AssessmentStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Open the database; rejects where the browser has none, as in some private windows. */
  static async open(): Promise<AssessmentStore> {
    return new AssessmentStore(await Connection.open());
  }

  /** Let somebody hear that the database was closed under the page; what it held may be gone. */
  whenClosed(listener: (reason: CloseReason) => void): void {
    this.#connection.whenClosed(listener);
  }

  /** All that can be read, the newest first. */
  async list(): Promise<SavedAssessment[]> {
    const [ids, records] = await this.#connection.use((database) => {
      const tables = database.transaction("assessments");
      return Promise.all([tables.store.getAllKeys(), tables.store.getAll()]);
    });
    return records
      .map((saved, index) => ({ ...saved, id: ids[index] ?? "" }))
      .filter((saved) => isAnswers(saved.answers))
      .sort((one, other) => (one.saved_at < other.saved_at ? 1 : -1));
  }

  /** The names of all, also of what cannot be read. */
  ids(): Promise<string[]> {
    return this.#connection.use((database) => database.getAllKeys("assessments"));
  }

  /** The assessment that was worked on last. */
  lastOpened(): Promise<string | null> {
    return this.#connection.use(async (database) => {
      const id = await database.get("settings", OPEN);
      const found = id === undefined ? undefined : await database.getKey("assessments", id);
      return found ?? (await database.getAllKeys("assessments", null, 1))[0] ?? null;
    });
  }

  /** What the next visit begins with. */
  async setOpen(id: string): Promise<void> {
    await this.set(OPEN, id);
  }

  /** From now on only this writer may save an assessment; one that cannot be read is put aside. */
  claim(id: string, writer: string): Promise<OpenedAssessment> {
    return this.#transaction(async (tables) => {
      const found: AssessmentRecord | undefined = await tables.objectStore("assessments").get(id);
      if (found === undefined) {
        return { saved: null, versions: [], corrupt: false };
      }
      if (!isAnswers(found?.answers)) {
        await quarantine(tables, id, found);
        return { saved: null, versions: [], corrupt: true };
      }
      const saved = { ...found, id, revision: (found.revision ?? 0) + 1, visit: writer };
      await Promise.all([revokeWriter(tables, found), put(tables, saved)]);
      return { saved, versions: await completeVersions(tables, saved), corrupt: false };
    });
  }

  /**
   * Keep a state, all of it or nothing.
   *
   * Rejects with a ConstraintError when a later writer took up the assessment: the token of a writer that
   * may not write any more is taken. No answer need be waited for, so nothing is lost when the page goes.
   */
  save({ saved, version, replaces, drop }: SaveOperation): Promise<void> {
    const write = (tables: Writing): (() => Promise<unknown>)[] => {
      const superseded = tables.objectStore("superseded");
      const versions = tables.objectStore("versions");
      const old = replaces === null ? drop : [...drop, replaces];
      return [
        () => superseded.add(true, saved.visit),
        () => superseded.delete(saved.visit),
        () => put(tables, saved),
        ...old.map((revision) => () => versions.delete([saved.id, revision])),
        () => versions.put(version),
      ];
    };
    return this.#connection.use((database) => writeNow(database, write));
  }

  /**
   * Keep an assessment with all its versions, after the database was closed under the page; tells whether it was gone.
   *
   * Rejects as `save` does.
   */
  recover(saved: SavedAssessment, versions: readonly Version[]): Promise<boolean> {
    return this.#transaction(async (tables) => {
      const superseded = tables.objectStore("superseded");
      await superseded.add(true, saved.visit);
      await superseded.delete(saved.visit);
      const found = await tables.objectStore("assessments").getKey(saved.id);
      await put(tables, saved);
      await Promise.all(versions.map((version) => tables.objectStore("versions").put(version)));
      return found === undefined;
    });
  }

  /** Remove an assessment with its versions; gives what it was, nothing where it cannot be read or was gone. */
  remove(id: string): Promise<RemovedAssessment[]> {
    return this.#transaction(async (tables) => {
      const found = await tables.objectStore("assessments").get(id);
      const versions = await tables.objectStore("versions").getAll(versionsOf(id));
      await Promise.all([
        found && revokeWriter(tables, found),
        tables.objectStore("assessments").delete(id),
        tables.objectStore("versions").delete(versionsOf(id)),
      ]);
      return found && isAnswers(found.answers) ? [{ saved: { ...found, id }, versions }] : [];
    });
  }

  /** Forget everything, and let no other tab bring it back. */
  wipe(): Promise<void> {
    return this.#transaction(async (tables) => {
      const records = await tables.objectStore("assessments").getAll();
      const names = ["assessments", "versions", "aside", "settings"] as const;
      await Promise.all(names.map((name) => tables.objectStore(name).clear()));
      await Promise.all(records.map((saved) => revokeWriter(tables, saved)));
    });
  }

  corruptRecords(): Promise<CorruptRecord[]> {
    return this.#connection.use(corruptRecords);
  }

  discardCorrupt(id: string): Promise<void> {
    return this.#connection.use((database) => discardCorrupt(database, id));
  }

  setting(name: string): Promise<string | undefined> {
    return this.#connection.use((database) => database.get("settings", name));
  }

  async set(name: string, value: string): Promise<void> {
    await this.#connection.use((database) => database.put("settings", value, name));
  }

  #transaction<Value>(work: (tables: Writing) => Promise<Value>): Promise<Value> {
    return this.#connection.use((database) => transaction(database, work));
  }
}

/** The record to write for answers of this moment. */
export function record(id: string, writer: string, revision: number, answers: Answers, mode: Mode): SavedAssessment {
  return { id, visit: writer, revision, answers, mode, format: FORMAT, saved_at: new Date().toISOString() };
}

async function put(tables: Writing, { id, ...saved }: SavedAssessment): Promise<void> {
  await Promise.all([
    tables.objectStore("assessments").put(saved, id),
    tables.objectStore("settings").put(id, OPEN),
  ]);
}

/** The writer of a record may write to it no more; a record of the first version names none. */
async function revokeWriter(tables: Writing, saved: AssessmentRecord): Promise<void> {
  if (typeof saved?.visit === "string") {
    await tables.objectStore("superseded").put(true, saved.visit);
  }
}

/** The versions that can be read, with what is kept as the newest of them. */
async function completeVersions(tables: Writing, saved: SavedAssessment): Promise<Version[]> {
  const table = tables.objectStore("versions");
  const found = await table.getAll(versionsOf(saved.id));
  const versions = found.filter((version) => isAnswers(version?.answers));
  const newest = missingNewest(versions, saved);
  if (newest !== null) {
    await table.put(newest);
  }
  return newest === null ? versions : [...versions, newest];
}
