/** Papers to take along, with texts of every kind in them. */

import type { Folder, Node, Paper, Table } from "../../../frontend/contract/folder.ts";

/** A day on which there is something to do. */
const DAY = { uid: "visit", summary: "Het bezoek", day: "2027-01-04", is_target: true, remind: 7, description: "" };

/** Markup, quotes, and characters that neither XML nor a calendar can hold. */
export const NASTY = 'één <b>map</b> & "een" \u0007bel\ud800';
export const CLEAN = 'één <b>map</b> & "een" bel';

/** A part of a paper that holds nothing besides its title, unless it is given. */
export function node(title: string, given: Partial<Node> = {}): Node {
  return { id: title, title, text: "", labels: [], ticked: null, facts: [], lists: [], table: null, nodes: [], new_page: false, ...given };
}

/** What the texts of a part with everything begin with, each with where it stands. */
export const PLACES = [
  "title", "text", "label", "fact", "answer", "list", "point", "caption", "column", "cell", "sum",
] as const;

/** A part with a text in every place that has one: the name of the place, and this. */
export function everywhere(text: string): Node {
  const at = (place: (typeof PLACES)[number]): string => `${place} ${text}`;
  return node(at("title"), {
    text: at("text"),
    labels: [at("label")],
    facts: [{ label: at("fact"), text: at("answer") }],
    lists: [{ label: at("list"), points: [at("point")] }],
    table: table({ caption: at("caption"), columns: [at("column")], rows: [[at("cell")]], total: [at("sum")] }),
  });
}

/** A table without anything in it, unless it is given. */
export function table(given: Partial<Table>): Table {
  return { caption: "", columns: [], shares: null, rows: [], ticked: null, total: null, ...given };
}

/** A paper with these parts. */
export function paper(sections: Node[], given: Partial<Paper> = {}): Paper {
  return {
    title: "Auditmap",
    candidate: "Bakkerij \"Jansen\" \\ zoon",
    about: [],
    date: "2026-11-22",
    origin: "Niet nagekeken.",
    notice: "Dit is een zelftoets.",
    empty: null,
    page: [{ text: "Bladzijde ", field: "page" }, { text: " van ", field: "pages" }],
    file: "map",
    contents: null,
    sections,
    ...given,
  };
}

/** All that can be taken along. */
export function folder(given: Partial<Folder> = {}): Folder {
  return {
    empty: null,
    papers: { auditor: paper([]), plan: paper([], { title: "Werkplan", file: "plan" }) },
    sheets: { documents: { columns: ["a"], rows: [["b"]] }, actions: { columns: ["c"], rows: [["d"]] } },
    calendar: { name: "Dagen", notice: "Dit is een zelftoets.", norm: "kmop", events: [DAY] },
    files: { documents: "stukken.csv", actions: "werk.csv", calendar: "dagen.ics" },
    ...given,
  };
}
