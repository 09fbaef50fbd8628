/** Pictures of the result, in the shape that `assessment/view/{heat_map,gantt,price_bar}.py` give. */

import type { Table } from "./table.js";

export type Picture = HeatMap | Gantt | PriceBar;

interface Pictured {
  caption: string;
  /** Says the same in words. */
  table: Table;
}

export interface HeatMap extends Pictured {
  kind: "heat";
  legend: (HeatMark & { text: string; is_tip?: true })[];
  rows: { id: string; label: string; cells: HeatCell[] }[];
}

/** A check point; no result hangs on one that does not decide. */
export interface HeatCell {
  id: string;
  label: string;
  asks: string;
  decides: boolean;
  marks: HeatMark[];
  texts: string[];
}

/** A score as a letter, and as a share of the scale; null while it is not known. */
export interface HeatMark {
  letter: string;
  share: number | null;
}

export interface Gantt extends Pictured {
  kind: "gantt";
  /** All places are days from the beginning of the axis. */
  most: number;
  months: { at: number; label: string }[];
  marks: { kind: "today" | "end"; at: number; label: string }[];
  lanes: { who: "you" | "bureau" | "agency"; label: string; rows: GanttBar[] }[];
}

export interface GanttBar {
  label: string;
  text: string;
  start: number;
  likely_start: number;
  likely_end: number;
  end: number;
}

export interface PriceBar extends Pictured {
  kind: "price";
  /** All places are euro cents from the beginning of the bar. */
  most: number;
  parts: PricePart[];
  kinds: PriceKind[];
  rest: (PricePart & PriceKind) | null;
}

export interface PricePart {
  kind: string;
  label: string;
  start: number;
  end: number;
}

export interface PriceKind {
  kind: string;
  label: string;
  text: string;
}
