/** The folder as DOCX: headings, tables and boxes that Word and LibreOffice know as such. */

import {
  AlignmentType,
  CheckBox,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Folder, Node, Table as Rows } from "../contract/folder.js";
import { clean } from "../lib/printable-text.js";

/** A4 with margins of two centimetres, in twentieths of a point. */
const PAGE = { size: { width: 11906, height: 16838 }, margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 } };
const WIDTH = 9638;
const LABEL_WIDTH = 2800;
const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

type Block = Paragraph | Table;

export async function asDocx(folder: Folder, language: string): Promise<Blob> {
  const made = new Document({
    title: clean(folder.title),
    creator: clean(folder.candidate ?? folder.title),
    description: clean(folder.unverified),
    styles: { default: { document: { run: { font: "Calibri", size: 21, language: { value: language } } } } },
    sections: [
      {
        properties: { page: PAGE },
        headers: { default: new Header({ children: [running(folder)] }) },
        footers: { default: new Footer({ children: [numbers(folder)] }) },
        children: [...cover(folder), ...folder.sections.flatMap((section) => blocks(section, 0))],
      },
    ],
  });
  return Packer.toBlob(made);
}

function running(folder: Folder): Paragraph {
  const parts = [folder.title, folder.candidate, folder.unverified].filter((part) => part !== null);
  return new Paragraph({ children: [text(parts.join(" · "), { size: 17 })] });
}

function numbers(folder: Folder): Paragraph {
  const fields = { page: PageNumber.CURRENT, pages: PageNumber.TOTAL_PAGES };
  const children = folder.page.flatMap(({ text: plain, field }) => (field === null ? [plain] : [plain, fields[field]]));
  const said = text(`${folder.unverified} ${folder.date}. `, { size: 17 });
  return new Paragraph({ alignment: AlignmentType.RIGHT, children: [said, new TextRun({ size: 17, children })] });
}

function cover(folder: Folder): Paragraph[] {
  const lines = [folder.candidate, folder.date, `${folder.unverified} ${folder.notice}`, folder.empty];
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [text(folder.title)] }),
    ...lines.filter((line) => line !== null).map((line) => paragraph(line)),
  ];
}

function blocks(node: Node, depth: number): Block[] {
  return [
    heading(node, depth),
    ...(node.labels.length ? [paragraph(node.labels.join(" · "), { italics: true }, true)] : []),
    ...(node.text ? [paragraph(node.text, {}, node.facts.length > 0)] : []),
    ...(node.facts.length ? [facts(node), gap()] : []),
    ...node.lists.flatMap(list),
    ...(node.table ? [paragraph(node.table.caption, { bold: true }, true), table(node.table), gap()] : []),
    ...node.nodes.flatMap((inner) => blocks(inner, depth + 1)),
  ];
}

function heading(node: Node, depth: number): Paragraph {
  const box = node.ticked === null ? [] : [new CheckBox({ checked: node.ticked, alias: clean(node.title) })];
  const level = HEADINGS[Math.min(depth, HEADINGS.length - 1)] ?? HeadingLevel.HEADING_4;
  const space = box.length ? " " : "";
  return new Paragraph({ heading: level, keepNext: true, children: [...box, text(space + node.title)] });
}

function facts(node: Node): Table {
  const rows = node.facts.map((fact) => [cell(fact.label, LABEL_WIDTH, true), cell(fact.text, WIDTH - LABEL_WIDTH)]);
  return grid(rows, [LABEL_WIDTH, WIDTH - LABEL_WIDTH]);
}

function list({ label, points }: { label: string; points: string[] }): Paragraph[] {
  const bullets = points.map((point) => new Paragraph({ bullet: { level: 0 }, children: [text(point)] }));
  return [paragraph(label, { bold: true }, true), ...bullets];
}

function table({ columns, rows, total }: Rows): Table {
  const width = Math.floor(WIDTH / columns.length);
  const body = [...rows, ...(total ? [total] : [])].map((row) => row.map((entry) => cell(entry, width)));
  const head = columns.map((column) => cell(column, width, true));
  return grid([head, ...body], columns.map(() => width), true);
}

function grid(rows: TableCell[][], columnWidths: number[], headed = false): Table {
  return new Table({
    columnWidths,
    width: { size: WIDTH, type: WidthType.DXA },
    rows: rows.map((children, index) => {
      return new TableRow({ children, cantSplit: true, tableHeader: headed && index === 0 });
    }),
  });
}

function cell(content: string, width: number, bold = false): TableCell {
  const margins = { top: 40, bottom: 40, left: 90, right: 90 };
  return new TableCell({ margins, width: { size: width, type: WidthType.DXA }, children: [paragraph(content, { bold })] });
}

/** Two tables that touch would become one. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 60 }, children: [] });
}

type Look = { bold?: boolean; italics?: boolean; size?: number };

function paragraph(content: string, look: Look = {}, keepNext = false): Paragraph {
  const lines = clean(content).split("\n");
  const runs = lines.map((line, index) => new TextRun({ text: line, ...look, ...(index ? { break: 1 } : {}) }));
  return new Paragraph({ keepNext, children: runs });
}

function text(content: string, look: Look = {}): TextRun {
  return new TextRun({ text: clean(content), ...look });
}
