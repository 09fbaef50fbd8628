/** What the page has of the view already: the worker sends only what is new. */

import type { Changed, Line, New, News, Outcome, Section } from "../contract/worker.js";

/** A view by its number, with its sections. */
export interface Edition {
  readonly number: number;
  readonly sections: readonly Section[];
}

export const noEdition: Edition = { number: 0, sections: [] };

/**
 * Put an outcome together from what is new and from what the page had when it asked.
 *
 * What did not change is the same object as before.
 */
export function together({ view, edition, ...rest }: News, had: Edition): [Outcome, Edition] {
  if (view === null) {
    return [{ ...rest, view }, had];
  }
  const sections = whole(view.sections, had.sections);
  return [{ ...rest, view: { ...view, sections } }, { number: edition, sections }];
}

/** Sections or lines in full: an id stands for what the page had by that id, and so do the ids of lines within. */
function whole<Part extends Section | Line>(told: New<Part>[], before: readonly Part[]): Part[] {
  const had = new Map(before.map((part) => [part.id, part]));
  return told.map((part) => (typeof part === "string" ? kept(part, had) : filled(part, had.get(part.id))));
}

function filled<Part extends Section | Line>(part: Changed<Part>, before: Part | undefined): Part {
  return { ...part, lines: whole(part.lines, before?.lines ?? []) } as unknown as Part;
}

function kept<Part>(id: string, had: ReadonlyMap<string, Part>): Part {
  const part = had.get(id);
  if (part === undefined) {
    throw new Error(`the page has no ${id}`);
  }
  return part;
}
