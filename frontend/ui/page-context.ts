/** The page around the answers: what most parts of it need to say something, and nothing to call back. */

import type { Norm } from "../answers/norm-version.js";
import type { Say } from "../lib/messages.js";
import type { StatusPanel } from "./status-panel.js";

export interface PageContext {
  say: Say;
  language: string;
  panel: StatusPanel;
  form: HTMLFormElement;
  /** The norm that the questions are made of. */
  norm: Norm;
}
