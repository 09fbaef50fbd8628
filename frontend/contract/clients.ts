/** Assessments as rows of a table, in the shape that `assessment/view/client_row.py` gives. */

export interface ClientCell {
  text: string;
  /** What is said of it in small. */
  about: string | null;
  /** What rows are sorted by; null where there is nothing to sort by. */
  order: number | string | null;
}

export interface ClientRow {
  /** As in the summary of a result; or refused, with the reason in the place of the outcome. */
  state: "empty" | "no_audit" | "result" | "refused";
  outcome: ClientCell;
  left: ClientCell;
  next: ClientCell;
  price: ClientCell;
}
