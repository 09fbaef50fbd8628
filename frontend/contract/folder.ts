/** What is taken along, in the shape that `assessment/audit_folder` gives it: one tree for print and DOCX alike. */

/** A part of a paper; at every depth the same. */
export interface Node {
  id: string;
  title: string;
  text: string;
  /** States and standings. */
  labels: string[];
  /** A box to tick; null without one. */
  ticked: boolean | null;
  facts: { label: string; text: string }[];
  lists: { label: string; points: string[] }[];
  table: Table | null;
  nodes: Node[];
  /** Whether it begins on a page of its own. */
  new_page: boolean;
  /** What is to be filled in, each with what stands there already; only in a template. */
  fields?: { label: string; hint: string; text: string; lines: number }[];
  /** A table to fill in by hand; only in a template. */
  grid?: Grid | null;
}

export interface Grid {
  columns: { title: string; hint: string }[];
  shares: number[];
  rows: string[][];
}

export interface Table {
  caption: string;
  columns: string[];
  /** The share of the width of each column; null where all are alike. */
  shares: number[] | null;
  rows: string[][];
  /** Of each row whether its box is ticked; null where there is nothing to tick. */
  ticked: boolean[] | null;
  total: string[] | null;
}

export interface Sheet {
  columns: string[];
  rows: string[][];
}

/** Something on a whole day. */
export interface Event {
  uid: string;
  summary: string;
  /** An ISO date. */
  day: string;
  /** Whether we worked the day out ourselves. */
  is_target: boolean;
  /** How many days before it the reader is reminded; none on the day itself, and null where there is nothing to do. */
  remind: number | null;
  description: string;
}

export interface Calendar {
  name: string;
  notice: string;
  /** The id of the norm, for the names of events. */
  norm: string;
  events: Event[];
}

/** A document to print or to open in Word. */
export interface Paper {
  title: string;
  candidate: string | null;
  about: { label: string; text: string }[];
  date: string;
  /** Who answers for it; stands on every page. */
  origin: string;
  /** What it is not; null where that is clear. */
  notice: string | null;
  /** The sentence that nothing was answered; null when something was. */
  empty: string | null;
  /** How a page is numbered: texts, each with the number that follows it. */
  page: { text: string; field: "page" | "pages" | null }[];
  /** What its file is called, without an ending. */
  file: string;
  /** The title of the list of its sections, on a cover of its own; null where it has neither. */
  contents: string | null;
  sections: Node[];
  /** What it was made with, for whoever verifies it later; a template has none. */
  receipt?: Record<string, unknown>;
  /** Whether its pages lie on their side. */
  landscape?: boolean;
}

export interface Folder {
  empty: string | null;
  papers: { auditor: Paper; plan: Paper };
  sheets: { documents: Sheet; actions: Sheet };
  calendar: Calendar;
  files: { documents: string; actions: string; calendar: string };
}
