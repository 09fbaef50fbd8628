/** View delta (memoisation): what the page has of the view already, since the worker sends only what is new. */

import type { Changed, Outcome, Ref, ViewDelta } from "../contract/outcome.js";
import type { Line, Section } from "../contract/view.js";

/** A view by its number, with its sections. */
export interface ViewRevision {
  readonly number: number;
  readonly sections: readonly Section[];
}

export const noRevision: ViewRevision = { number: 0, sections: [] };

/**
 * Put an outcome together from what is new and from what the page had when it asked.
 *
 * What did not change is the same object as before.
 */
export function applyDelta({ view, revision, ...rest }: ViewDelta, before: ViewRevision): [Outcome, ViewRevision] {
  if (view === null) {
    return [{ ...rest, view }, before];
  }
  const sections = resolve(view.sections, before.sections);
  return [{ ...rest, view: { ...view, sections } }, { number: revision, sections }];
}

/** Sections or lines in full: an id stands for what the page had by that id, and so do the ids of lines within. */
function resolve<Part extends Section | Line>(refs: Ref<Part>[], before: readonly Part[]): Part[] {
  const byId = new Map(before.map((part) => [part.id, part]));
  return refs.map((part) => (typeof part === "string" ? known(part, byId) : filled(part, byId.get(part.id))));
}

function filled<Part extends Section | Line>(part: Changed<Part>, before: Part | undefined): Part {
  return { ...part, lines: resolve(part.lines, before?.lines ?? []) } as unknown as Part;
}

function known<Part>(id: string, byId: ReadonlyMap<string, Part>): Part {
  const part = byId.get(id);
  if (part === undefined) {
    throw new Error(`the page has no ${id}`);
  }
  return part;
}
