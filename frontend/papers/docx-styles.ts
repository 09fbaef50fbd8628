/** How a document of Word looks: its styles, its page, and the fonts to take where ours is not installed. */

import { BorderStyle, type IStylesOptions, type ITableBordersOptions, PageOrientation } from "docx";
import { INK, LINE, SOFT } from "./colours.js";

/** A4 with margins of two centimetres, in twentieths of a point. */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1134, right: 1134, bottom: 1077, left: 1134, header: 567, footer: 567 },
};
export const WIDTH = 9638;
/** The same page on its side. The library turns it over by itself. */
export const LANDSCAPE = { ...PAGE, size: { ...PAGE.size, orientation: PageOrientation.LANDSCAPE } };
export const LANDSCAPE_WIDTH = 14570;
export const FONT = "Figtree";

/** What Word takes where the font is missing: one without serifs, that every Word has. */
export const FONT_TABLE = {
  path: "word/fontTable.xml",
  data:
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:font w:name="${FONT}"><w:altName w:val="Calibri"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>` +
    "</w:fonts>",
};

const line = { style: BorderStyle.SINGLE, size: 4, color: LINE };
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };

/** Lines between rows and none between columns. */
export const ROWS: ITableBordersOptions = {
  top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none,
};
/** Lines around every cell, to write in by hand. */
export const BOXED: ITableBordersOptions = {
  top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line,
};
export const PLAIN: ITableBordersOptions = { ...ROWS, top: none, bottom: none, insideHorizontal: none };

/** A heading stays with what follows it. */
function heading(size: number, before: number, after: number): object {
  return {
    run: { font: FONT, size, bold: true, color: INK },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  };
}

export function styles(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: FONT, size: 20, language: { value: language } },
        paragraph: { spacing: { after: 80, line: 264 } },
      },
      title: heading(48, 2600, 160),
      heading1: {
        ...heading(30, 400, 120),
        paragraph: {
          ...{ spacing: { before: 400, after: 120 }, keepNext: true, keepLines: true },
          border: { bottom: { style: BorderStyle.SINGLE, size: 8, space: 4, color: INK } },
        },
      },
      heading2: heading(24, 240, 80),
      heading3: heading(21, 140, 40),
      heading4: heading(20, 140, 40),
    },
    paragraphStyles: [
      { id: "Lead", name: "Lead", basedOn: "Normal", run: { size: 28 }, paragraph: { spacing: { after: 80 } } },
      { id: "Small", name: "Small", basedOn: "Normal", run: { size: 17, color: SOFT }, paragraph: { spacing: { after: 0 } } },
      { id: "Cell", name: "Cell", basedOn: "Normal", paragraph: { spacing: { before: 0, after: 0, line: 264 } } },
      { id: "Hint", name: "Hint", basedOn: "Cell", run: { size: 17, color: SOFT } },
      { id: "CellHead", name: "Cell Head", basedOn: "Cell", run: { bold: true, color: INK }, paragraph: { keepNext: true } },
      { id: "ContentsTitle", name: "Contents Title", basedOn: "Normal", run: { bold: true, size: 25, color: INK }, paragraph: { spacing: { before: 900, after: 120 } } },
    ],
  };
}
