/** Results side by side, in the shapes that `assessment/side_by_side.py` gives. */

import type { Fault } from "./outcome.js";
import type { Tone } from "./view.js";

export interface Cell {
  text: string;
  tone: Tone;
  /** What is different from the first column, in words. */
  change: string | null;
}

export interface ComparisonGroup {
  title: string;
  rows: {
    label: string;
    /** Whether the row can be left out: nothing differs in it. */
    same: boolean;
    cells: Cell[];
  }[];
}

export interface Comparison {
  caption: string;
  corner: string;
  columns: string[];
  groups: ComparisonGroup[];
  /** A sentence for each column but the first. */
  summary: string[];
  notice: string;
}

/** What a table is made of; the sentences around it are for others to place. */
export type ComparedTable = Pick<Comparison, "caption" | "corner" | "columns" | "groups">;

/** What `assessment/view/what_if.py` tells. */
export interface WhatIfResult {
  table: Comparison;
  /** In the order of the scenarios; null for one of which nothing is told yet. */
  scenarios: (ScenarioResult | null)[];
}

/** What a scenario supposes a check point to be worth. */
type Raise = Partial<Record<"conformity" | "demonstrability", string>>;

export interface ScenarioResult {
  title: string;
  asked: Record<string, boolean | null>;
  /** The check points that count. */
  points: string[];
  ways: { reading: string; label: string; raises: Record<string, Raise> }[];
}

/** What the rules tell of several assessments; with faults there is no table. */
export interface Compared {
  table: Comparison | null;
  /** The answers that are not the same in all, with a cell for each. */
  differing: { title: string; rows: { label: string; cells: string[] }[] }[];
  /** Per assessment what happened to it on its way to this version of the norm. */
  told: string[][];
  /** Per assessment what is wrong with it. */
  faults: Fault[][];
}
