/** Notes at check points: what comes from elsewhere is a paragraph of its own, so that it can be taken away again. */

import type { Answers } from "../answers/document.js";
import type { Norm } from "../answers/norm-version.js";
import { put, valueAt } from "../answers/tree.js";

/** As long as a note may be. */
const MAX_LENGTH = 20_000;

export interface CheckNote {
  /** The id of the check point. */
  check: string;
  note: string;
}

/** Those that do not stand there yet. */
export function missingNotes(answers: Answers, notes: readonly CheckNote[]): CheckNote[] {
  return notes.filter(({ check, note }) => !paragraphs(answers, check).includes(note));
}

/**
 * The document with these notes below what stands at their check points.
 *
 * @param norm What a document that names no norm is given to from now on.
 * @throws RangeError A note would be longer than it may be.
 */
export function withNotes(answers: Answers, notes: readonly CheckNote[], { id, version }: Norm): Answers {
  const changed = structuredClone("norm" in answers ? answers : { ...answers, norm: { id, version } });
  for (const { check, note } of missingNotes(answers, notes)) {
    write(changed, check, [...paragraphs(changed, check), note]);
  }
  return changed;
}

/** The document without these notes; what was written since stays. */
export function withoutNotes(answers: Answers, notes: readonly CheckNote[]): Answers {
  const changed = structuredClone(answers);
  for (const { check, note } of notes) {
    write(changed, check, paragraphs(changed, check).filter((each) => each !== note));
  }
  return changed;
}

function paragraphs(answers: Answers, check: string): string[] {
  const note = valueAt(answers, ["checks", check, "note"]);
  return typeof note === "string" && note !== "" ? note.split("\n") : [];
}

function write(answers: Answers, check: string, lines: readonly string[]): void {
  const text = lines.join("\n");
  if (text.length > MAX_LENGTH) {
    throw new RangeError(check);
  }
  put(answers, ["checks", check, "note"], text === "" ? undefined : text);
}
