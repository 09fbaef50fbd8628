/** What the page shows of a report, in the shape that `assessment/view/` gives. */

import type { Picture } from "./pictures.js";
import type { Table } from "./table.js";

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
  /** What stands with it; of a ground it reads as well without. */
  details: { label: string; text: string; is_ground?: boolean }[];
  lines: Line[];
  /** Why a task is done now, or who asks for a document. Lines of one group follow each other; `group_label` is its heading. */
  group?: ActionGroup | DocumentGroup;
  group_label?: string;
}

/** The shortest way to a better outcome, what a registration takes, what is handy, and what to answer. */
export type ActionGroup = "first" | "needed" | "extra" | "open";

/** Whoever asks for it; `perhaps` while it is open whether it is needed. */
export type DocumentGroup = "official" | "bureau" | "advised" | "perhaps";

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

/** Something to do first: `asks` is the field of the form to see to it, `href` where the guide tells of it. */
export interface FirstTask {
  title: string;
  text: string;
  asks: string | null;
  href: string | null;
}

/** What our model makes of the answers. `likely` is null while the middle scenario is still open. */
export interface Estimate {
  text: string;
  likely: string | null;
  /** The width over all scenarios, and over what is still open. */
  worst: string;
  best: string;
  /** Every verdict that there is, from the lowest to the highest. */
  scale: { id: string; title: string }[];
  /** What fails in the middle scenario, in a sentence. */
  because: string | null;
  note: string;
}

export interface SummaryTime extends Grounds {
  text: string;
  /** Null where it lies within one part of a month. */
  range: string | null;
  parts: { who: "you" | "bureau" | "agency"; title: string; text: string }[];
  /** Whether it is in time, where a day has to be made. */
  margin: string | null;
  /** What else has a term that somebody set, each as sentences. */
  terms: string[];
}

export interface SummaryMoney extends Grounds {
  text: string;
  /** Null where the price is known. */
  range: string | null;
  /** When a registration pays, or that it does not, in sentences. */
  worth: string | null;
}

/** A check point; no result hangs on a tip. */
export interface Cell {
  id: string;
  title: string;
  state: "ok" | "todo" | "open" | "scanned" | "not_applicable" | "tip";
  label: string;
  asks: string;
}

/** A requirement with its check points. */
export interface CellRow {
  id: string;
  title: string;
  state: string;
  state_label: string;
  cells: Cell[];
}

/** The first screen of a result. What does not hold for this candidate is null or empty. */
export interface Summary {
  state: "empty" | "no_audit" | "result";
  /** Without a full stop, as a heading. */
  left: string;
  counts: string;
  /** What cannot wait, and that customers get no subsidy where they get none at all. */
  alerts: string[];
  estimate: Estimate | null;
  first: FirstTask[];
  time: SummaryTime | null;
  money: SummaryMoney | null;
  cells: CellRow[];
  /** All of it in one line. */
  strip: string;
}

export interface View {
  title: string;
  date: string;
  headline: string;
  why: string;
  remarks: string[];
  summary: Summary;
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
