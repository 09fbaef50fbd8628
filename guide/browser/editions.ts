/** What the page has of the view already: the worker sends only what is new. */

import type { News, Outcome, Section } from "./protocol.js";

/** A view by its number, with its sections by id. */
export interface Edition {
  readonly number: number;
  readonly sections: ReadonlyMap<string, Section>;
}

export const noEdition: Edition = { number: 0, sections: new Map() };

/**
 * Put an outcome together from what is new and from what the page had when it asked.
 *
 * What did not change is the same object as before.
 */
export function together({ view, edition, ...rest }: News, had: Edition): [Outcome, Edition] {
  if (view === null) {
    return [{ ...rest, view }, had];
  }
  const sections = view.sections.map((each) => (typeof each === "string" ? kept(each, had) : each));
  const has = { number: edition, sections: new Map(sections.map((section) => [section.id, section])) };
  return [{ ...rest, view: { ...view, sections } }, has];
}

function kept(id: string, { sections }: Edition): Section {
  const section = sections.get(id);
  if (section === undefined) {
    throw new Error(`the page has no section ${id}`);
  }
  return section;
}
