/**
 * Where a test is kept, if the reader asks for it: among the settings of the self-assessment, so that whoever wipes
 * everything there wipes this too. Until then not even an empty database is made.
 */

import { type Database, openDatabase } from "../storage/database.js";

const NAME = "kmop";
const KEY = "quiz";

/** What is kept, as the page wrote it; null when there is nothing, or nothing can be kept here. */
export async function readAttempt(): Promise<unknown> {
  if (!(await exists())) {
    return null;
  }
  const text = await using((database) => database.get("settings", KEY));
  return text === undefined ? null : parsed(text);
}

/** Keep a first time, because the reader asks for it. */
export async function create(value: unknown): Promise<void> {
  await using((database) => database.put("settings", JSON.stringify(value), KEY));
}

/** Keep the newest state in the place of the one before; false when that is gone, since then it was wiped on purpose. */
export function update(value: unknown): Promise<boolean> {
  return using(async (database) => {
    const { store, done } = database.transaction("settings", "readwrite");
    const isKept = (await store.getKey(KEY)) !== undefined;
    await (isKept ? store.put(JSON.stringify(value), KEY) : undefined);
    await done;
    return isKept;
  });
}

export async function forget(): Promise<void> {
  await using((database) => database.delete("settings", KEY));
}

/** Whether this site keeps anything at all; a browser that cannot say is asked by opening. */
async function exists(): Promise<boolean> {
  if (typeof indexedDB.databases !== "function") {
    return true;
  }
  return (await indexedDB.databases()).some((database) => database.name === NAME);
}

async function using<Value>(work: (database: Database) => Promise<Value>): Promise<Value> {
  const database = await openDatabase();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
