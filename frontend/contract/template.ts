/** A document ready to fill in, in the shape that `assessment/templates` gives it. */

import type { Paper } from "./folder.js";

export interface Template {
  /** The sentence that these answers have no use for it; then neither of the others is there. */
  unneeded: string | null;
  paper: Paper | null;
  /** Null for what is no list. */
  workbook: Workbook | null;
}

/** A list to fill in, and what each of its columns is. */
export interface Workbook {
  /** What its file is called, without an ending. */
  file: string;
  list: { name: string; columns: Column[] };
  about: {
    name: string;
    facts: { label: string; text: string }[];
    columns: string[];
    /** In signs, as are those of the list. */
    widths: number[];
    rows: string[][];
  };
}

export interface Column {
  title: string;
  width: number;
  format: "text" | "date" | "number" | "whole";
  /** The only values that it takes; none where it takes any. */
  options: string[];
}
