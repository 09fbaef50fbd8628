/** A table as the rules' view gives it. */

export interface Table {
  caption: string;
  columns: string[];
  rows: string[][];
  total: string[] | null;
}
