/** Assessments to keep, and what lies in the database of them. */

import type { AssessmentStore, SaveOperation } from "../../../frontend/storage/assessment-store.ts";
import { openDatabase } from "../../../frontend/storage/database.ts";

export const format = "kmop-answers/1";

/** A state of an assessment that says so much, as the writer of that name keeps it; some minutes past noon. */
export function state(id: string, writer: string, revision: number, said: string, minutes = revision): SaveOperation {
  const saved_at = moment(minutes);
  const answers = { format, profile: { said } };
  const saved = { id, visit: writer, revision, answers, mode: "steps" as const, format, saved_at };
  const version = { assessment: id, revision, answers, begun_at: saved_at, saved_at, changed: 1 };
  return { saved, version, replaces: null, drop: [] };
}

/** Some minutes past noon. */
export function moment(minutes: number): string {
  return new Date(Date.UTC(2026, 0, 1, 12, minutes)).toISOString();
}

/** Everything that the database holds, by table and key. */
export async function contents(): Promise<Record<string, Record<string, any>>> {
  const database = await openDatabase();
  const found: Record<string, Record<string, unknown>> = {};
  for (const name of database.objectStoreNames) {
    const [keys, values] = await Promise.all([database.getAllKeys(name), database.getAll(name)]);
    found[name] = Object.fromEntries(keys.map((key, index) => [String(key), values[index]]));
  }
  database.close();
  return found;
}

/** Put something into a table as it is, whoever would have written it. */
export async function putRaw(table: string, key: string, value: unknown): Promise<void> {
  const database = await openDatabase();
  await database.put(table as "assessments", value as never, key);
  database.close();
}

/** The names of what is listed, in order. */
export async function listed(store: AssessmentStore): Promise<string[]> {
  return (await store.list()).map(({ id }) => id);
}
