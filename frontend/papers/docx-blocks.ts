/** A part of a paper as paragraphs, boxes and tables that Word knows as such. */

import {
  CheckBox,
  HeadingLevel,
  type ITableBordersOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  type TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Node, Table as Rows } from "../contract/folder.js";
import { clean } from "../lib/printable-text.js";
import { SHADE, SOFT } from "./colours.js";
import { blankTable, form } from "./docx-form.js";
import { PLAIN, ROWS, WIDTH } from "./docx-styles.js";

const LABEL_WIDTH = 3000;
const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

export type Block = Paragraph | Table | TableOfContents;

export function blocks(node: Node, width = WIDTH, depth = 0): Block[] {
  return [
    heading(node, depth),
    ...(node.labels.length ? [paragraph(node.labels.join(" · "), { color: SOFT, italics: true }, { keepNext: true })] : []),
    ...(node.text ? [paragraph(node.text, {}, { keepNext: node.facts.length > 0 })] : []),
    ...(node.facts.length ? [facts(node.facts, width), gap()] : []),
    ...node.lists.flatMap(list),
    ...toFillIn(node, width),
    ...(node.table ? [...caption(node.table), table(node.table, width), gap()] : []),
    ...node.nodes.flatMap((inner) => blocks(inner, width, depth + 1)),
  ];
}

/** A heading comes after it, so only what stands in the same part is to be kept from it. */
function toFillIn({ lists, fields, grid: blank }: Node, width: number): Block[] {
  const tables = [...(fields?.length ? [form(fields, width)] : []), ...(blank ? [blankTable(blank, width)] : [])];
  return tables.flatMap((made, index) => (index > 0 || lists.length > 0 ? [gap(), made] : [made]));
}

function heading(node: Node, depth: number): Paragraph {
  const level = HEADINGS[Math.min(depth, HEADINGS.length - 1)] ?? HeadingLevel.HEADING_4;
  const children = [...box(node.ticked, node.title), ...lines(node.title)];
  const spacing = node.new_page ? { before: 0 } : {};
  return new Paragraph({ heading: level, keepNext: true, pageBreakBefore: node.new_page, spacing, children });
}

/** A box that Word ticks at a click; the text beside it comes after a blank. */
function box(ticked: boolean | null, title: string): ParagraphChild[] {
  const checkedState = { value: "2611", font: "Segoe UI Symbol" };
  const uncheckedState = { value: "2610", font: "Segoe UI Symbol" };
  const made = { checked: ticked ?? false, alias: clean(title), checkedState, uncheckedState };
  return ticked === null ? [] : [new CheckBox(made), new TextRun(" ")];
}

export function facts(given: Node["facts"], width = WIDTH): Table {
  const widths = [LABEL_WIDTH, width - LABEL_WIDTH];
  const rows = given.map(({ label, text }, index) => {
    const keepNext = index < given.length - 1;
    return [cell([paragraph(label, { bold: true }, { style: "Cell", keepNext })]), cell([paragraph(text, {}, { style: "Cell", keepNext })])];
  });
  return grid(rows, widths, PLAIN);
}

function list({ label, points }: { label: string; points: string[] }): Paragraph[] {
  const bullets = points.map((point) => new Paragraph({ bullet: { level: 0 }, spacing: { after: 40 }, children: lines(point) }));
  return [...(label ? [paragraph(label, { bold: true }, { keepNext: true })] : []), ...bullets];
}

function caption({ caption: text }: Rows): Paragraph[] {
  return text ? [paragraph(text, { bold: true }, { keepNext: true })] : [];
}

function table({ columns, shares, rows, ticked, total }: Rows, width: number): Table {
  const head = columns.map((column) => cell([paragraph(column, {}, { style: "CellHead" })], SHADE));
  const body = rows.map((row, at) => row.map((text, index) => {
    return index === 0 ? named(text, ticked?.[at] ?? null) : cell([paragraph(text, {}, { style: "Cell" })]);
  }));
  const sum = total ? [total.map((text) => cell([paragraph(text, { bold: true }, { style: "Cell" })]))] : [];
  return grid([head, ...body, ...sum], widthsOf(shares ?? columns.map(() => 1), width), ROWS, true);
}

/** The cell that a row is called after; where it has more than one line, the first is its title. */
function named(text: string, ticked: boolean | null): TableCell {
  const [title = "", ...rest] = clean(text).split("\n");
  const first = new Paragraph({ style: "Cell", children: [...box(ticked, title), ...lines(title, { bold: rest.length > 0 })] });
  return cell([first, ...(rest.length ? [paragraph(rest.join("\n"), {}, { style: "Cell" })] : [])]);
}

/** The widths of columns, by the share that each has of the whole. */
function widthsOf(shares: number[], width: number): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((width * share) / whole));
}

function grid(rows: TableCell[][], columnWidths: number[], borders: ITableBordersOptions, headed = false): Table {
  return new Table({
    columnWidths,
    borders,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    margins: { top: headed ? 60 : 15, bottom: headed ? 60 : 15, left: 90, right: 90, marginUnitType: WidthType.DXA },
    rows: rows.map((children, index) => {
      return new TableRow({ children, cantSplit: true, tableHeader: headed && index === 0 });
    }),
  });
}

function cell(children: Paragraph[], fill?: string): TableCell {
  return new TableCell({ children, ...(fill ? { shading: { fill } } : {}) });
}

/** Two tables that touch would become one. */
function gap(): Paragraph {
  return new Paragraph({ style: "Cell", spacing: { before: 0, after: 60 }, children: [] });
}

type Look = { bold?: boolean; italics?: boolean; color?: string };

export function paragraph(content: string, look: Look = {}, more: { style?: string; keepNext?: boolean } = {}): Paragraph {
  return new Paragraph({ ...more, children: lines(content, look) });
}

/** Texts as runs, each new line as a break. */
export function lines(content: string, look: Look = {}): TextRun[] {
  return clean(content).split("\n").map((text, index) => new TextRun({ text, ...look, ...(index ? { break: 1 } : {}) }));
}
