/** Restore: what was worked on last shows again when the page opens. */

import { type Mode, modeOf } from "../answers/form-mode.js";
import type { SavedAssessment } from "../storage/database.js";
import type { Restored } from "./events.js";
import type { Session } from "./session.js";

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
  if (modes.mode === "steps" && saved !== null) {
    modes.show(modeOf(saved));
  }
}
