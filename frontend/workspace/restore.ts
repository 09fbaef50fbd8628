/** What was worked on last, taken up again when the page opens. */

import type { Keeper } from "../storage/autosave.js";
import { modeOf, takeFormerMode } from "../form/mode-switch.js";
import type { Store, Taken } from "../storage/assessment-store.js";
import type { Surroundings } from "./context.js";
import type { Told } from "../workspace-ui/storage-status.js";

type Found = Pick<Taken, "saved" | "damaged"> | null;

/** Show it, and keep on with it; what the reader did before it was there wins. */
export async function resume(page: Surroundings, keeper: Keeper, store: Store, told: Told): Promise<void> {
  const { session, panel, say, modes } = page;
  const found = await keeper.resume().catch(() => withoutWriting(store, told));
  session.read();
  const answered = !session.isEmpty;
  if (found?.damaged) {
    told.trouble("attention", "storage.damaged");
  }
  if (found?.saved) {
    session.restore(found.saved.answers);
    panel.announce(say("status.restored"));
  }
  showMode(found, page);
  if (answered) {
    keeper.keep(session.answers, modes.mode);
  } else {
    keeper.keepMode(modes.mode);
  }
}

function showMode(found: Found, { modes }: Surroundings): void {
  const former = takeFormerMode();
  if (modes.mode === "full" && found?.saved) {
    modes.show(modeOf({ mode: former, ...found.saved }));
  }
}

/** What is kept, from a browser that lets nothing more be written: kept on, it becomes a copy. */
async function withoutWriting(store: Store, told: Told): Promise<Found> {
  told.trouble("bad", "storage.failed");
  const [saved = null] = await store.list().catch(() => []);
  return { saved, damaged: false };
}
