/** Version history: which states of an assessment stay to go back to. */

import { changedNames } from "../answers/diff.js";
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
  const passed = now.getTime() - Date.parse(begunAt); // below zero when the clock was set back
  return !apart && passed >= 0 && passed < MERGE_WINDOW_MS;
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
