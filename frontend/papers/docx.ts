/** A paper as DOCX: cover, contents and margins around what it holds. */

import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from "docx";
import type { Paper } from "../contract/folder.js";
import { clean } from "../lib/printable-text.js";
import { type Block, blocks, facts, lines, paragraph } from "./docx-blocks.js";
import { FONT_TABLE, LANDSCAPE, LANDSCAPE_WIDTH, PAGE, styles, WIDTH } from "./docx-styles.js";

/** The property of the document that says what it was made with; `assessment/receipt.py` has the same name. */
const RECEIPT = "kmop-receipt";

export async function asDocx(paper: Paper, language: string): Promise<Blob> {
  const hasCover = paper.contents !== null;
  const [page, width] = paper.landscape ? [LANDSCAPE, LANDSCAPE_WIDTH] : [PAGE, WIDTH];
  const foot = new Footer({ children: [numbers(paper, width)] });
  const made = new Document({
    title: clean(paper.title),
    creator: clean(paper.candidate ?? paper.title),
    description: clean(paper.origin),
    customProperties: paper.receipt === undefined ? [] : [{ name: RECEIPT, value: JSON.stringify(paper.receipt) }],
    styles: styles(language),
    sections: [
      {
        properties: { page, titlePage: hasCover },
        headers: { default: new Header({ children: [running(paper)] }) },
        footers: { default: foot, ...(hasCover ? { first: foot } : {}) },
        children: [...cover(paper), ...paper.sections.flatMap((section) => blocks(section, width))],
      },
    ],
  });
  return Packer.toBlob(made, undefined, [FONT_TABLE]);
}

function running(paper: Paper): Paragraph {
  const parts = [paper.title, paper.candidate].filter((part) => part !== null);
  return new Paragraph({ style: "Small", children: lines(parts.join(" · ")) });
}

function numbers(paper: Paper, width: number): Paragraph {
  const fields = { page: PageNumber.CURRENT, pages: PageNumber.TOTAL_PAGES };
  const children = paper.page.flatMap(({ text: plain, field }) => (field === null ? [plain] : [plain, fields[field]]));
  const tabStops = [{ type: TabStopType.RIGHT, position: width }];
  const right = new TextRun({ children: [new Tab(), ...children] });
  return new Paragraph({ style: "Small", tabStops, alignment: AlignmentType.LEFT, children: [...lines(`${paper.origin} ${paper.date}`.trim()), right] });
}

/** A page of its own with the contents on it, or the head of the first page. */
function cover(paper: Paper): Block[] {
  const spacing = paper.contents === null ? { before: 0 } : {};
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, spacing, children: lines(paper.title) }),
    ...(paper.candidate ? [paragraph(paper.candidate, { bold: true }, { style: "Lead" })] : []),
    ...(paper.date ? [paragraph(paper.date)] : []),
    ...(paper.about.length ? [facts(paper.about)] : []),
    paragraph(paper.notice ?? paper.origin), // the margin of every page says the other
    ...(paper.empty === null ? [] : [paragraph(paper.empty)]),
    ...(paper.contents === null ? [] : contents(paper.contents)),
  ];
}

function contents(title: string): Block[] {
  // Without page numbers: nobody knows them before Word lays it out, and a field that is to be updated makes Word ask.
  const field = new TableOfContents(clean(title), {
    hyperlink: true,
    headingStyleRange: "1-1",
    pageNumbersEntryLevelsRange: "1-1",
    beginDirty: false,
  });
  return [paragraph(title, {}, { style: "ContentsTitle" }), field];
}
