/** What the workspace tells whoever listens (publish and subscribe). */

import type { SaveError } from "../storage/autosave.js";

/** Why the open answers are others now. Where only their name is, what the rules say of them stays. */
export type ChangeCause =
  | "restored"
  | "edited"
  | "renamed"
  | "replaced"
  | "switched"
  | "cleared"
  | "removed"
  | "migrated"
  | "undone"
  | "redone";

/** What became of what an earlier visit left. */
export interface Restored {
  /** Whether it shows. */
  isShown: boolean;
  /** Whether the reader answered something before it was there. */
  isAnswered: boolean;
  /** It could not be read and was put aside; or nothing can be written here. */
  problem: "corrupt" | "failed" | null;
}

export interface WorkspaceEvents {
  /** The answers are others now; undo knows those of before, and these are on their way to be saved. */
  changed(cause: ChangeCause): void;
  /** What an earlier visit left was looked for; nothing is saved yet. */
  restored(restored: Restored): void;
  /** A change is on its way to be saved. */
  saving(): void;
  /** All is saved; told once more as soon as the browser said whether it will last. */
  saved(): void;
  saveFailed(reason: SaveError): void;
  /** Another tab writes this assessment now; nothing here is saved any more. */
  takenOver(): void;
  /** What this browser kept was gone; of it, the open assessment is kept again. */
  recovered(): void;
  /** What is kept in this browser was read again. */
  listChanged(): void;
}

type Given<Name extends keyof WorkspaceEvents> = Parameters<WorkspaceEvents[Name]>;

/** Who listens, in the order in which they asked to. */
export class Subscribers {
  readonly #listeners: Partial<WorkspaceEvents>[] = [];

  add(listener: Partial<WorkspaceEvents>): void {
    this.#listeners.push(listener);
  }

  tell<Name extends keyof WorkspaceEvents>(name: Name, ...given: Given<Name>): void {
    for (const listener of this.#listeners) {
      const hear = listener[name] as ((...given: Given<Name>) => void) | undefined;
      hear?.(...given);
    }
  }
}
