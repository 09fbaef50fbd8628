/** What the page shows of a report, in the shape that `assessment/view/` gives. */

export type Tone = "good" | "attention" | "bad" | "neutral";

export interface Source {
  id: string;
  title: string;
  url: string | null;
  href: string | null;
}

/** What something rests on. */
export interface Grounds {
  standing: string | null;
  standing_label: string | null;
  sources: Source[];
}

export interface Line extends Grounds {
  id: string;
  title: string;
  text: string;
  state: string | null;
  state_label: string | null;
  tone: Tone;
  href: string | null;
  /** The field of the form that the line asks to fill in or to mend. */
  asks: string | null;
  /** The conclusion that the line shows, by the key that the rules' `explain` knows. */
  why: string | null;
  details: { label: string; text: string }[];
  lines: Line[];
  /** Of a task: why it is done now. Tasks of one group follow each other; `group_label` is its heading. */
  group?: ActionGroup;
  group_label?: string;
}

/** The shortest way to a better outcome, what a registration takes, what is handy, and what to answer. */
export type ActionGroup = "first" | "needed" | "extra" | "open";

export interface Table {
  caption: string;
  columns: string[];
  rows: string[][];
  total: string[] | null;
}

/** A bar of a picture: from `start` to `end` on the axis, and the same in words. */
export interface Bar {
  label: string;
  start: number;
  end: number;
  likely: number | null;
  certain: boolean;
  text: string;
}

export interface Picture {
  caption: string;
  most: number;
  axis: { at: number; label: string }[];
  groups: { label: string; rows: Bar[] }[];
}

export interface Section {
  id: string;
  title: string;
  intro: string;
  lines: Line[];
  table: Table | null;
  picture: Picture | null;
  why: string | null;
}

export interface Question {
  field: string;
  href: string | null;
  text: string;
}

export interface View {
  title: string;
  date: string;
  headline: string;
  why: string;
  remarks: string[];
  notice: string;
  norm: { id: string; version: string; sha256: string };
  sections: Section[];
  next: Question[];
}

/** How a conclusion came about. */
export interface Calculation extends Grounds {
  title: string;
  rule: string;
  method: string;
  norm: string | null;
  facts: { label: string; text: string }[];
  steps: CalculationStep[];
  reason: string;
}

export interface CalculationStep extends Grounds {
  text: string;
  /** The conclusion that the step builds on. */
  on: string | null;
}
