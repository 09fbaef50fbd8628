/** The page around the answers that are worked on. */

import type { Panel } from "./panel.js";
import type { Session } from "./session.js";
import type { Say } from "./words.js";

export interface Surroundings {
  say: Say;
  language: string;
  panel: Panel;
  session: Session;
  form: HTMLFormElement;
  /** Where the list of what is kept goes. */
  place: HTMLElement;
  /** Calculate again. */
  refresh(): void;
}
