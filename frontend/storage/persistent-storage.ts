/** Persistent storage: asking the browser not to throw away what is kept, and what it says to that. */

import type { AssessmentStore } from "./assessment-store.js";

const SETTING = "persistence";

/** Whether the browser promised to keep it, as the last part of a message's id. */
export type Persistence = "granted" | "denied";

/**
 * Whether it will last. The browser is asked for its promise only once, for some ask the reader; what it promised it may
 * have taken back since, or the reader may have given later.
 */
export async function persistence(store: AssessmentStore): Promise<Persistence> {
  const before = await store.setting(SETTING);
  const promised = (await isPersisted()) ?? before === "granted";
  if (promised || before === "denied") {
    return promised ? "granted" : "denied";
  }
  const promise = (await persist()) ? "granted" : "denied";
  await store.set(SETTING, promise);
  return promise;
}

/** Null where the browser cannot tell. */
async function isPersisted(): Promise<boolean | null> {
  return typeof navigator.storage?.persisted === "function" ? navigator.storage.persisted() : null;
}

/** A browser that cannot be asked has promised nothing. */
async function persist(): Promise<boolean> {
  return typeof navigator.storage?.persist === "function" && navigator.storage.persist();
}
