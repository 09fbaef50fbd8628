/**
 * Normal form of an answers document: one way to write what may be written in several. The rules bring answers to the
 * same form, in `assessment/normal_form.py`.
 */

import { isTree, type Json, pathOf, type Tree, valueAt } from "./tree.js";

/** The two sides that the norm asks about: do you work so, and can you show it. */
export const DIMENSIONS = ["conformity", "demonstrability"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/**
 * The document with two answers of the quick scan where an earlier version wrote one score, which means both; and
 * with the names of what the reader does not know in order, without those that have an answer after all.
 */
export function inNormalForm<Document extends Tree>(document: Document): Document {
  const { unknown, ...rest } = document;
  const normal: Tree = isTree(rest["scan"]) ? { ...rest, scan: scanOf(rest["scan"]) } : rest;
  if (!Array.isArray(unknown)) {
    return normal as Document;
  }
  const names = [...new Set(unknown)].filter((name) => (valueAt(normal, pathOf(String(name))) ?? null) === null);
  return (names.length > 0 ? { ...normal, unknown: names.sort() } : normal) as Document;
}

/** The names of the questions that the reader looked at without knowing the answer. */
export function unknownIn(document: Tree): ReadonlySet<string> {
  const names = document["unknown"];
  return new Set(Array.isArray(names) ? names.map(String) : []);
}

function scanOf(scan: Tree): Tree {
  return Object.fromEntries(Object.entries(scan).map(([name, answer]) => [name, bothOf(answer)]));
}

function bothOf(answer: Json): Json {
  return typeof answer === "string" ? Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, answer])) : answer;
}
