/** What the text check says, as `assessment/text_view/page.py` makes it. */

import type { Grounds } from "./view.js";

/** How a text is marked up. */
export type TextForm = "plain" | "markdown" | "html";

export type Certainty = "seems_wrong" | "tip";

export interface Finding extends Grounds {
  /** By which the pieces of the text know it. */
  number: number;
  /** Whether it stands somewhere in the text; what a text lacks does not. */
  has_place: boolean;
  /** What it is about. */
  name: string;
  certainty: Certainty;
  /** What the text says, between quotation marks; empty where it says nothing. */
  quote: string;
  reason: string;
  better: string;
  /** Whether what is better can stand in the text as it is; else it is advice. */
  can_stand: boolean;
}

/** A stretch of a text, with the numbers of the findings that it is part of. */
export interface Piece {
  text: string;
  findings: number[];
}

export interface CheckedText {
  report: object;
  page: {
    /** The day on which the text must be right, in words. */
    date: string;
    groups: { certainty: Certainty; findings: Finding[] }[];
    pieces: Piece[];
  };
  /** The same to keep, by how the name of the file ends. */
  files: Record<"txt" | "html", string>;
}
