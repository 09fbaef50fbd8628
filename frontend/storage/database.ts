/** IndexedDB: what is kept in this browser's database, and how one made by an earlier page becomes ours. */

import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from "idb";
import type { Answers } from "../answers/document.js";
import type { Mode } from "../answers/form-mode.js";

const NAME = "kmop";
const VERSION = 2;

/** One assessment as it is kept. */
export interface AssessmentRecord {
  answers: Answers;
  /** The moment, ISO. */
  saved_at: string;
  format: string;
  /** One more at every write. */
  revision: number;
  /** The visit that writes to it: whoever came last. */
  visit: string;
  /** The way through the form that the reader chose last; none in a record of before there were two. */
  mode?: Mode;
}

/** An assessment with the name it is kept under. */
export interface SavedAssessment extends AssessmentRecord {
  id: string;
}

/** An earlier state of an assessment, or its newest. */
export interface Version {
  assessment: string;
  revision: number;
  answers: Answers;
  begun_at: string;
  saved_at: string;
  /** How many answers differ from the version before. */
  changed: number;
}

/** A record that could not be read, as it was found. */
export interface CorruptRecord {
  id: string;
  found_at: string;
  record: unknown;
}

export interface Tables extends DBSchema {
  assessments: { key: string; value: AssessmentRecord };
  versions: { key: [string, number]; value: Version };
  /** Visits that may not write any more, since a later one took up their assessment. */
  superseded: { key: string; value: true };
  aside: { key: string; value: CorruptRecord };
  settings: { key: string; value: string };
}

export type Table = StoreNames<Tables>;
export type Database = IDBPDatabase<Tables>;
export type Writing = IDBPTransaction<Tables, Table[], "readwrite">;

const TABLES: Table[] = ["assessments", "versions", "superseded", "aside", "settings"];

/** Why the database was closed under the page: another tab has a newer page, or the browser took it away. */
export type CloseReason = "newer" | "lost";

/**
 * Open the database; rejects where the browser has none, as in some private windows.
 *
 * @param closed Hears that it was closed under the page.
 */
export function openDatabase(closed: (reason: CloseReason) => void = () => undefined): Promise<Database> {
  return openDB<Tables>(NAME, VERSION, {
    upgrade(database) {
      // The first version had this one, unless something else had made a database of that name.
      if (!database.objectStoreNames.contains("assessments")) {
        database.createObjectStore("assessments");
      }
      database.createObjectStore("versions", { keyPath: ["assessment", "revision"] });
      database.createObjectStore("superseded");
      database.createObjectStore("aside", { keyPath: "id" });
      database.createObjectStore("settings");
    },
    blocking(_current, wanted, event) {
      // Another tab has a newer page and needs the database for itself, or deletes it.
      (event.target as IDBDatabase).close();
      closed(wanted === null ? "lost" : "newer");
    },
    terminated: () => closed("lost"),
  });
}

/** Read, then write what follows from it, in one transaction: all of it or nothing. */
export async function transaction<Value>(
  database: Database,
  work: (tables: Writing) => Promise<Value>,
): Promise<Value> {
  const transaction = begun(database);
  try {
    const value = await work(transaction);
    await transaction.done;
    return value;
  } catch (error) {
    giveUp(transaction);
    throw error;
  }
}

/** Write and commit at once: left to itself, the browser waits a turn in which the page may go away. */
export async function writeNow(
  database: Database,
  write: (tables: Writing) => (() => Promise<unknown>)[],
): Promise<void> {
  const transaction = begun(database);
  const requests: Promise<unknown>[] = [];
  try {
    write(transaction).forEach((request) => requests.push(request()));
    transaction.commit();
    await Promise.all([...requests, transaction.done]);
  } catch (error) {
    giveUp(transaction);
    await Promise.allSettled(requests);
    throw error;
  }
}

function begun(database: Database): Writing {
  const transaction = database.transaction(TABLES, "readwrite");
  transaction.done.catch(() => undefined); // the requests tell
  return transaction;
}

function giveUp(transaction: Writing): void {
  try {
    transaction.abort();
  } catch {
    // It was over already.
  }
}
