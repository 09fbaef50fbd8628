/** Tabs that save assessments in one browser, and what each of them hears. */

import { Autosave } from "../../../frontend/storage/autosave.ts";
import { AssessmentStore } from "../../../frontend/storage/assessment-store.ts";
import { freshTab } from "./fake-storage.ts";
import { format } from "./saved-states.ts";

export interface Tab {
  autosave: Autosave;
  store: AssessmentStore;
  /** What its page was told, in order. */
  heard: string[];
}

/** Open a tab; what it is to remember by itself, it does until the next is opened. */
export async function openTab(): Promise<Tab> {
  freshTab();
  return loadPage();
}

/** Load the page, in the tab that was opened last. */
export async function loadPage(): Promise<Tab> {
  const store = await AssessmentStore.open();
  const heard: string[] = [];
  const autosave = new Autosave(store, {
    saving: () => undefined,
    saved: () => heard.push("saved"),
    failed: (error) => heard.push(error),
    takenOver: () => heard.push("taken over"),
    recovered: () => heard.push("recovered"),
    listChanged: () => heard.push("list changed"),
  });
  return { autosave, store, heard };
}

/** Answers that say so much. */
export function saying(said: string) {
  return { format, profile: { said } };
}

/** Save answers as a reader's change does, and wait until the page heard of it. */
export async function answer({ autosave, store }: Tab, said: string): Promise<void> {
  autosave.save(saying(said), "steps");
  await settled(store);
}

/** Wait until everything that was begun is written and told. */
export async function settled(store: AssessmentStore): Promise<void> {
  await store.list();
  await new Promise(setImmediate);
}

/** What each version says, the newest first. */
export function said({ autosave }: Tab): unknown[] {
  return autosave.versions.map(({ answers }) => (answers["profile"] as Record<string, string>)["said"]);
}
