/** Persistent storage: asking the browser not to throw away what is kept when its disk fills up. */

import type { AssessmentStore } from "./assessment-store.js";

const SETTING = "persistence";

/** What the browser said, as the last part of a message's id. */
export type Persistence = "granted" | "denied";

/** What the browser says to it, which is asked only once; null where it cannot be asked. */
export async function persistence(store: AssessmentStore): Promise<Persistence | null> {
  const before = await store.setting(SETTING);
  if (before !== undefined) {
    return before as Persistence;
  }
  if (typeof navigator.storage?.persist !== "function") {
    return null;
  }
  const promise = (await navigator.storage.persist()) ? "granted" : "denied";
  await store.set(SETTING, promise);
  return promise;
}
