/** Folders to take along, with texts of every kind in them. */

import type { Folder, Node } from "../../../frontend/contract/folder.ts";

/** Markup, quotes, and characters that neither XML nor a calendar can hold. */
export const NASTY = 'één <b>map</b> & "een" \u0007bel\ud800';
export const CLEAN = 'één <b>map</b> & "een" bel';

/** A part of a folder that holds nothing besides its title, unless it is given. */
export function node(title: string, given: Partial<Node> = {}): Node {
  return { id: title, title, text: "", labels: [], ticked: null, facts: [], lists: [], table: null, nodes: [], ...given };
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
    table: { caption: at("caption"), columns: [at("column")], rows: [[at("cell")]], total: [at("sum")] },
  });
}

/** A folder with these parts. */
export function folder(sections: Node[], given: Partial<Folder> = {}): Folder {
  return {
    title: "Auditmap",
    candidate: "Bakkerij \"Jansen\" \\ zoon",
    date: "2026-11-22",
    unverified: "Niet nagekeken.",
    page: [{ text: "Bladzijde ", field: "page" }, { text: " van ", field: "pages" }],
    notice: "Dit is een zelftoets.",
    empty: null,
    sections,
    sheets: { documents: { columns: ["a"], rows: [["b"]] }, actions: { columns: ["c"], rows: [["d"]] } },
    calendar: { name: "Dagen", notice: "Dit is een zelftoets.", norm: "kmop", events: [] },
    files: { paper: "map", docx: "map.docx", documents: "stukken.csv", actions: "werk.csv", calendar: "dagen.ics" },
    ...given,
  };
}
