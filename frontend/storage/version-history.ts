/** Which states of an assessment stay to go back to, and what makes one different from another. */

import type { Answers } from "../answers/document.js";
import type { SavedAssessment, Version } from "./database.js";

/** As many as stay of one assessment. */
export const MAX_VERSIONS = 20;
/** Work without a pause of thought is one version. */
const MERGE_WINDOW_MS = 120_000;

/**
 * Whether a change belongs to the newest version, or begins another.
 *
 * @param begunAt When the newest version began, ISO.
 * @param apart Whether the reader would look for it by itself: a file opened, a version brought back.
 */
export function extendsNewest(begunAt: string, now: Date, apart: boolean): boolean {
  return !apart && now.getTime() - Date.parse(begunAt) < MERGE_WINDOW_MS;
}

/** A state as a version. */
export function versionOf(saved: SavedAssessment, before: Version | null): Version {
  const { id, revision, answers, saved_at } = saved;
  const changed = changedNames(before?.answers ?? null, answers).length;
  return { assessment: id, revision, answers, begun_at: saved_at, saved_at, changed };
}

/** The version that lacks: what is kept is the newest one, also where none were kept before. */
export function missingNewest(versions: readonly Version[], saved: SavedAssessment): Version | null {
  const newest = versions.at(-1);
  const same = newest !== undefined && changedNames(newest.answers, saved.answers).length === 0;
  return same ? null : versionOf(saved, newest ?? null);
}

/** The revisions of versions that are more than there may be. */
export function excess(versions: readonly Version[]): number[] {
  return versions.slice(0, Math.max(0, versions.length - MAX_VERSIONS)).map(({ revision }) => revision);
}

/** The names of the answers that differ; what is about the document itself counts for nothing. */
export function changedNames(before: Answers | null, after: Answers): string[] {
  const [one, other] = [leaves(before ?? {}), leaves(after)];
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => one.get(name) !== other.get(name));
}

/** How many answers there are. */
export function countOf(answers: Answers): number {
  return changedNames(null, answers).filter((name) => name !== "title" && name !== "scenarios").length;
}

function leaves(answers: object): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(answers)) {
    if (name !== "format" && name !== "norm") {
      collect(value, name, found);
    }
  }
  return found;
}

function collect(value: unknown, name: string, found: Map<string, string>): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    found.set(name, JSON.stringify(value));
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    collect(inner, `${name}.${key}`, found);
  }
}
