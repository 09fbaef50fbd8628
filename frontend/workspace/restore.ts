/** Restore: what was worked on last shows again when the page opens. */

import { type Mode, modeNamed, modeOf } from "../answers/form-mode.js";
import type { SavedAssessment } from "../storage/database.js";
import type { Restored } from "./events.js";
import type { Session } from "./session.js";

/** Where the mode stood when the browser had one for all assessments together. */
const FORMER_KEY = "kmop-mode";

/** The way through the form, as the page has it. */
export interface ModeControl {
  readonly mode: Mode;
  /** Show the questions of a mode. */
  show(mode: Mode): void;
}

/** What an earlier visit left. */
export interface LastSaved extends Pick<Restored, "problem"> {
  saved: SavedAssessment | null;
}

/** Show it; what the reader did before it was there wins. */
export function restoreLast({ saved, problem }: LastSaved, session: Session, modes: ModeControl): Restored {
  session.read();
  const isAnswered = !session.isEmpty;
  if (saved !== null) {
    session.restore(saved.answers);
  }
  showMode(saved, modes);
  return { isShown: saved !== null, isAnswered, problem };
}

function showMode(saved: SavedAssessment | null, modes: ModeControl): void {
  const former = takeFormerMode();
  if (modes.mode === "full" && saved !== null) {
    modes.show(modeOf({ mode: former, ...saved }));
  }
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
