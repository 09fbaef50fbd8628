/**
 * Corrupt-record recovery: what cannot be read is put into quarantine (the object store `aside`), so that nothing is
 * lost and the page can go on; the reader may save it as a file or discard it.
 */

import type { CorruptRecord, Database, Writing } from "./database.js";

/** Move a record that cannot be read out of the way, as it was found. */
export async function quarantine(tables: Writing, id: string, found: unknown): Promise<void> {
  const found_at = new Date().toISOString();
  await Promise.all([
    tables.objectStore("aside").put({ id: `${id} ${found_at}`, found_at, record: found }),
    tables.objectStore("assessments").delete(id),
  ]);
}

/** All that is in quarantine. */
export function corruptRecords(database: Database): Promise<CorruptRecord[]> {
  return database.getAll("aside");
}

/** Throw away one of them. */
export function discardCorrupt(database: Database, id: string): Promise<void> {
  return database.delete("aside", id);
}
