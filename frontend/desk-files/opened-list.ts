/** How large a list may be, and why one is refused. */

import type { ListRefusal } from "../contract/files.js";

/** As large as the command line takes them (`assessment/project_files/limits.py`); a test holds the two together. */
export const MOST_LIST_BYTES = 10_000_000;
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 300;

/** Told by a reader that cannot go on. */
export class RefusedListError extends Error {
  readonly refusal: ListRefusal;

  constructor(refusal: ListRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}
