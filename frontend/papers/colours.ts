/** The colours of the guide, in print and in files; apart, for a spreadsheet needs nothing else of Word's styles. */

export const INK = "174447";
export const SOFT = "4A5B5D";
export const SHADE = "EAF2F1";
export const LINE = "B5C4C2";
