/** What page and file check say to each other: rows of a list, what is asked of them, and what was found. */

import type { Grounds } from "./view.js";

/** Nothing, a text, a number, or yes or no; a day is a text, `2026-06-15`. */
export type Cell = string | number | boolean | null;

/** A sheet as `assessment/project_files/sheet.py` takes it; rows and columns count from 1. */
export interface Sheet {
  name: string;
  rows: Cell[][];
  hidden_rows: number[];
  hidden_columns: number[];
  /** First row and column, last row and column. */
  merged: [number, number, number, number][];
  /** Row and column of formulas without an outcome. */
  unvalued: [number, number][];
  from_1904: boolean;
  hidden: boolean;
}

/** What was opened. */
export type GivenList = { text: string } | { sheets: Sheet[] };

/** What columns are, by their number. */
export type Choices = Record<string, string>;

/** What a list is checked as; `columns` and `sheet` are what the reader chose. */
export interface AskedOfList {
  on: string;
  list: "projects" | "renewal";
  service: string;
  own: string[];
  registered: string;
  sheet: string;
  columns: Choices;
}

export interface FileFinding {
  rule: string;
  finding: string;
  certainty: "seems_wrong" | "tip";
  row: number;
  /** The letter of the column; empty where it is about the whole row. */
  column: string;
  quote: string;
  reason: string;
  better: string;
}

export interface FilesReport {
  norm: { id: string; version: string };
  date: string;
  sheet: string;
  findings: FileFinding[];
  columns: { row: number }[];
}

/** A count that speaks for a check point, and the note about it that somebody can take along. */
export interface EvidenceNote {
  check: string;
  /** What the point is called. */
  point: string;
  text: string;
  note: string;
}

/** What a page says of a report besides. */
export interface ListWords {
  conclusion: string;
  parts: { name: string; title: string; lines: string[] }[];
  evidence: EvidenceNote[];
  kinds: Record<string, string>;
  grounds: Record<string, Grounds>;
}

export interface Ask {
  text: string;
  answers: [text: string, columns: Choices][];
}

/** Why a list cannot be checked; each has its sentence. Python says some, the page the others. */
export type ListRefusal =
  | "empty"
  | "too_large"
  | "too_many_rows"
  | "not_a_list"
  | "protected_or_old"
  | "broken"
  | "no_reader"
  | "no_rules"
  | "no_files"
  | "own_number";

/** Where `refusal` is one of the file's own, there is nothing else. */
export interface LookedAtList {
  refusal: ListRefusal | "";
  /** What is wrong, where that is more than the file. */
  about?: string;
  sheets: string[];
  sheet: string;
  asks: Ask[];
  has_heading: boolean;
  columns: { letter: string; heading: string; title: string }[];
  report: FilesReport | null;
  words: ListWords | null;
}
