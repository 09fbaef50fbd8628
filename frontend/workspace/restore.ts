/** What was worked on last, taken up again when the page opens. */

import type { Autosave } from "../storage/autosave.js";
import { modeOf, takeFormerMode } from "../form/mode-switch.js";
import type { AssessmentStore, OpenedAssessment } from "../storage/assessment-store.js";
import type { PageContext } from "./context.js";
import type { StorageStatus } from "../workspace-ui/storage-status.js";

type Found = Pick<OpenedAssessment, "saved" | "corrupt"> | null;

/** Show it, and keep on with it; what the reader did before it was there wins. */
export async function restoreLast(page: PageContext, autosave: Autosave, store: AssessmentStore, told: StorageStatus): Promise<void> {
  const { session, panel, say, modes } = page;
  const found = await autosave.resume().catch(() => withoutWriting(store, told));
  session.read();
  const answered = !session.isEmpty;
  if (found?.corrupt) {
    told.showProblem("attention", "storage.damaged");
  }
  if (found?.saved) {
    session.restore(found.saved.answers);
    panel.announce(say("status.restored"));
  }
  showMode(found, page);
  if (answered) {
    autosave.save(session.answers, modes.mode);
  } else {
    autosave.saveMode(modes.mode);
  }
}

function showMode(found: Found, { modes }: PageContext): void {
  const former = takeFormerMode();
  if (modes.mode === "full" && found?.saved) {
    modes.show(modeOf({ mode: former, ...found.saved }));
  }
}

/** What is kept, from a browser that lets nothing more be written: kept on, it becomes a copy. */
async function withoutWriting(store: AssessmentStore, told: StorageStatus): Promise<Found> {
  told.showProblem("bad", "storage.failed");
  const [saved = null] = await store.list().catch(() => []);
  return { saved, corrupt: false };
}
