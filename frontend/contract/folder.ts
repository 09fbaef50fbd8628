/** The folder to take along, in the shape that `assessment/audit_folder` gives it: one tree for every kind of file. */

/** A part of the folder; at every depth the same. */
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
}

export interface Table {
  caption: string;
  columns: string[];
  rows: string[][];
  total: string[] | null;
}

export interface Sheet {
  columns: string[];
  rows: string[][];
}

/** Whole days, the last one included, as ISO dates. */
export interface Event {
  uid: string;
  summary: string;
  first: string;
  last: string;
  description: string;
}

export interface Calendar {
  name: string;
  notice: string;
  /** The id of the norm, for the names of events. */
  norm: string;
  events: Event[];
}

export interface Folder {
  title: string;
  candidate: string | null;
  date: string;
  unverified: string;
  /** How a page is numbered: texts, each with the number that follows it. */
  page: { text: string; field: "page" | "pages" | null }[];
  notice: string;
  /** The sentence that nothing was answered; null when something was. */
  empty: string | null;
  sections: Node[];
  sheets: { documents: Sheet; actions: Sheet };
  calendar: Calendar;
  files: { paper: string; docx: string; documents: string; actions: string; calendar: string };
}
