/** What the library leaves to features of one's own: columns that know what they take, and a page as wide as the table. */

import type { Feature } from "write-excel-file/browser";
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings as insertInOrder,
  sanitizeTextContent,
} from "write-excel-file/utility";
import type { Column } from "../contract/template.js";

type Content = File | Blob | ArrayBuffer;

const SHEET = "xl/worksheets/sheet{id}.xml";
const STYLES = "xl/styles.xml";
/** The style of cells that have none, which strict readers miss. */
const NORMAL = [
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
];
/** A list that stands in the sheet itself may not be longer, and a comma would part its values. */
const LONGEST = 255;
/** What must hold of the numbers that stand for days, from 1 January 2000, and of amounts. */
const LIMITS = { date: "36526", number: "0" };

/** Let the columns of the first sheet take what they are for, in each row below the heading. */
export function validations(columns: Column[], rows: number): Feature<Content> {
  const found = columns.map((column, index) => validation(column, rangeOf(index, rows))).filter((each) => each !== "");
  const markup = `<dataValidations count="${found.length}">${found.join("")}</dataValidations>`;
  const transform = (xml: string, _: object, { sheetIndex }: { sheetIndex: number }): string => {
    return sheetIndex === 0 && found.length ? insertInOrder(xml, markup, getOrderOfSiblings(SHEET, "worksheet") ?? [], "worksheet") : xml;
  };
  return { files: { transform: { [SHEET]: { transform } } } };
}

/** Let print show all columns beside each other, on as many pages as it takes. */
export function onePageWide(): Feature<Content> {
  const fits = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  const transform = (xml: string): string => insertInOrder(xml, fits, getOrderOfSiblings(SHEET, "worksheet") ?? [], "worksheet");
  const transformElementAttributes = (tag: string, attributes: Record<string, string | number>): Record<string, string | number> => {
    return tag === "pageSetup" ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes;
  };
  return { files: { transform: { [SHEET]: { transform, transformElementAttributes } } } };
}

/** Let cells without a style of their own have the one that every spreadsheet knows. */
export function normalStyle(): Feature<Content> {
  const order = getOrderOfSiblings(STYLES, "styleSheet") ?? [];
  const transform = (xml: string): string => NORMAL.reduce((made, part) => insertInOrder(made, part, order, "styleSheet"), xml);
  return { files: { transform: { [STYLES]: { transform } } } };
}

function validation({ options, format }: Column, range: string): string {
  const listed = options.join(",");
  if (options.length && listed.length <= LONGEST && !options.some((option) => /[,"]/.test(option))) {
    return rule("list", range, sanitizeTextContent(`"${listed}"`));
  }
  if (format === "date") {
    return rule("date", range, LIMITS.date, 'operator="greaterThanOrEqual" ');
  }
  return format === "number" ? rule("decimal", range, LIMITS.number, 'operator="greaterThanOrEqual" ') : "";
}

function rule(type: string, range: string, formula: string, more = ""): string {
  const attributes = `type="${type}" ${more}allowBlank="1" showErrorMessage="1" sqref="${range}"`;
  return `<dataValidation ${attributes}><formula1>${formula}</formula1></dataValidation>`;
}

function rangeOf(column: number, rows: number): string {
  return `${getCellAddress(1, column)}:${getCellAddress(rows, column)}`;
}
