/** What was worked on last, taken up again when the page opens. */

import { type Mode, modeOf, modeNamed } from "../answers/form-mode.js";
import type { AssessmentStore, OpenedAssessment } from "../storage/assessment-store.js";
import type { Autosave } from "../storage/autosave.js";
import type { StorageStatus } from "../workspace-ui/storage-status.js";
import type { PageContext } from "./context.js";

/** Where the mode stood when the browser had one for all assessments together. */
const FORMER_KEY = "kmop-mode";

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

/** The mode that an earlier page kept for every assessment, taken away from there; null when it kept none. */
function takeFormerMode(): Mode | null {
  try {
    const found = localStorage.getItem(FORMER_KEY);
    localStorage.removeItem(FORMER_KEY);
    return found === null ? null : modeNamed(found);
  } catch {
    return null; // forbidden here, so it kept none
  }
}
