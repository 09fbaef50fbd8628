/** The page around the answers that are worked on. */

import type { Answers } from "../answers/document.js";
import type { Norm } from "../answers/norm-version.js";
import type { Compared } from "../contract/comparison.js";
import type { ModeSwitch } from "../form/mode-switch.js";
import type { Say } from "../lib/messages.js";
import type { StatusPanel } from "../ui/status-panel.js";
import type { Session } from "./session.js";

export interface PageContext {
  say: Say;
  language: string;
  panel: StatusPanel;
  session: Session;
  form: HTMLFormElement;
  modes: ModeSwitch;
  /** The norm that the questions are made of. */
  norm: Norm;
  /** Where the list of what is kept goes. */
  place: HTMLElement;
  /** Calculate again. */
  refresh(): void;
  /** Lay assessments side by side, as soon as the rules can; null when they failed. */
  compare(documents: Answers[]): Promise<Compared | null>;
}
