/**
 * Normal form of an answers document: one way to write what may be written in several. The rules bring answers to the
 * same form, in `assessment/normal_form.py`.
 */

import { isTree, type Json, type Tree } from "./tree.js";

/** The two sides that the norm asks about: do you work so, and can you show it. */
export const DIMENSIONS = ["conformity", "demonstrability"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The document with two answers of the quick scan where an earlier version wrote one score, which means both. */
export function inNormalForm<Document extends Tree>(document: Document): Document {
  const scan = document["scan"];
  if (!isTree(scan)) {
    return document;
  }
  const both = Object.entries(scan).map(([name, answer]) => [name, bothOf(answer)]);
  return { ...document, scan: Object.fromEntries(both) };
}

function bothOf(answer: Json): Json {
  return typeof answer === "string" ? Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, answer])) : answer;
}
