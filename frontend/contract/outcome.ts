/** What the rules make of answers, in the shapes that `in_pyodide/api.py` gives. */

import type { Line, Section, View } from "./view.js";

/** Something that is wrong in the answers: where, and the sentence that says what and what to do. */
export interface Fault {
  path: (string | number)[];
  text: string;
}

/** Something about an answer to look at once more, by the name of its field; it changes no result. */
export interface Remark {
  field: string;
  text: string;
}

/** An answer to what the norm has no longer: its old id, of which version it is, and what it says. */
export interface RemovedAnswer {
  id: string;
  title: string;
  text: string;
  facts: { label: string; text: string }[];
}

/** Answers on their way to this norm: as they are now, what happened to them, and why they cannot come along. */
export interface Migrated {
  answers: unknown;
  told: string[];
  faults: Fault[];
}

/** What one assessment gives. With faults the view is null. */
export interface Outcome {
  view: View | null;
  /** The questions that need no answer, by the names of their blocks. */
  unneeded: string[];
  remarks: Remark[];
  appendix: RemovedAnswer[];
  faults: Fault[];
}

/** A section or a line on its way to the page: an id stands for what the page has by that id already. */
export type Ref<Part> = Changed<Part> | string;

/** A section or a line that is new or changed, in which lines may stand that the page has. */
export type Changed<Part> = Omit<Part, "lines"> & { lines: Ref<Line>[] };

/** An outcome on its way to the page, of which only what is new crosses. */
export interface ViewDelta extends Omit<Outcome, "view"> {
  view: (Omit<View, "sections"> & { sections: Ref<Section>[] }) | null;
  /** Tells this view from others, from 1. */
  revision: number;
}
