/** Where answers are kept in this browser: one database, one record for now, keyed so that more can follow. */

import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from "idb";
import { type Answers, FORMAT } from "./answers.js";

const DATABASE = "kmop";
const VERSION = 1;
const STORE = "assessments";
const CURRENT = "current";

/** One assessment as it is kept. */
export interface Saved {
  answers: Answers;
  /** The moment, ISO. */
  saved_at: string;
  format: string;
}

interface Schema extends DBSchema {
  [STORE]: { key: string; value: Saved };
}

/** A database that is open; every method rejects when the browser refuses. */
export interface Store {
  load(): Promise<Saved | null>;
  save(answers: Answers): Promise<void>;
  wipe(): Promise<void>;
}

/** Open the database; rejects where the browser has none, as in some private windows. */
export async function openStore(): Promise<Store> {
  const database: IDBPDatabase<Schema> = await openDB<Schema>(DATABASE, VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore(STORE);
    },
    blocking(_current, _blocked, event) {
      // Another tab has a newer page and needs the database for itself.
      (event.target as IDBDatabase).close();
    },
  });
  return {
    load: async () => (await database.get(STORE, CURRENT)) ?? null,
    async save(answers) {
      const saved_at = new Date().toISOString();
      await written(database, (records) => {
        return records.put({ answers, saved_at, format: FORMAT }, CURRENT);
      });
    },
    wipe: () => written(database, (records) => records.delete(CURRENT)),
  };
}

type Records = IDBPObjectStore<Schema, [typeof STORE], typeof STORE, "readwrite">;

/** Write and commit at once: left to itself, the browser waits a turn in which the page may go away. */
async function written(
  database: IDBPDatabase<Schema>,
  write: (records: Records) => Promise<unknown>,
): Promise<void> {
  const transaction = database.transaction(STORE, "readwrite");
  const request = write(transaction.store);
  transaction.commit();
  await Promise.all([request, transaction.done]);
}
