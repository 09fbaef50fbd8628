/** Answers as YAML that a person can read: every answer under its question. Fetched only when it is used. */

import { Document, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, Scalar } from "yaml";
import type { Answers } from "./document.js";

/** What the page calls things. */
export interface Wording {
  /** Above everything. */
  head: string;
  /** The question that an answer is to; null for what is no question. */
  label(name: string): string | null;
  /** What a value means; null when it says so itself. */
  option(name: string, value: string): string | null;
}

/** Lines of plain characters, which a block holds as they are. */
const BLOCK = /^[!-~\u00a1-\u1fff][ -~\u00a1-\u1fff]*(\n([!-~\u00a1-\u1fff][ -~\u00a1-\u1fff]*)?)*[^\s]$/;

/** Write answers; reading them back gives the same. */
export function toYaml(answers: Answers, wording: Wording): string {
  const document = new Document(answers, { aliasDuplicateObjects: false });
  document.commentBefore = ` ${wording.head}`;
  dress(document.contents, [], wording);
  return document.toString({ lineWidth: 0, doubleQuotedAsJSON: true });
}

/** Read YAML; undefined when it is none, or uses what no file of answers needs. */
export function fromYaml(text: string): unknown {
  try {
    const document = parseDocument(text, { version: "1.2", schema: "core", logLevel: "error" });
    if (document.errors.length > 0 || document.warnings.length > 0) {
      return undefined;
    }
    return JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 0 })));
  } catch {
    return undefined; // too deep, or with references to itself
  }
}

function dress(node: Node | null, path: string[], wording: Wording): void {
  if (isMap<Scalar<string>, Node>(node)) {
    node.items.forEach((pair, index) => dressPair(pair, path, index, wording));
  } else if (isSeq<Node>(node)) {
    node.items.forEach((item) => dress(item, path, wording));
  } else if (isScalar(node) && typeof node.value === "string") {
    node.type = BLOCK.test(node.value) && node.value.includes("\n") ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
    explain(node, path, wording);
  } else if (isScalar(node)) {
    explain(node, path, wording);
  }
}

function dressPair(pair: Pair<Scalar<string>, Node>, path: string[], index: number, wording: Wording): void {
  const inner = [...path, pair.key.value];
  const label = wording.label(inner.join("."));
  pair.key.spaceBefore = inner.length < 3 && (index > 0 || inner.length === 1);
  if (label !== null) {
    pair.key.commentBefore = ` ${label}`;
  }
  dress(pair.value, inner, wording);
}

function explain(node: Scalar, path: string[], wording: Wording): void {
  const meaning = wording.option(path.join("."), String(node.value));
  if (meaning !== null && meaning !== node.value && node.type !== Scalar.BLOCK_LITERAL) {
    node.comment = ` ${meaning}`;
  }
}
