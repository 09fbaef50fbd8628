/** Answers as YAML that a person can read: every answer under its question. Fetched only when it is used. */

import {
  Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  type YAMLParseError,
  type YAMLWarning,
} from "yaml";
import { plainJson, readable } from "./yaml-subset.js";
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

/** A key that stands there as it is, and is a text for every reader. */
const PLAIN_KEY = /^(?!(?:null|true|false)$)[A-Za-z][A-Za-z0-9_-]{0,99}$/;
/** What readers of YAML 1.1 refuse or take for a line break; it only ever stands between double quotes. */
const ALTERED = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Write answers; reading them back gives the same, here and in any other reader of YAML. */
export function toYaml(answers: Answers, wording: Wording): string {
  const document = new Document(answers, { aliasDuplicateObjects: false });
  document.commentBefore = ` ${wording.head}`;
  dress(document.contents, [], wording);
  const text = document.toString({ lineWidth: 0, doubleQuotedAsJSON: true });
  return text.replace(ALTERED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Read YAML as the same thing in JSON; undefined when it is none, or uses what no file of answers needs. */
export function yamlToJson(text: string): string | undefined {
  const source = readable(text);
  if (source === undefined) {
    return undefined;
  }
  try {
    // Keys are held against each other below: the library compares each with every other.
    const document = parseDocument(source, { version: "1.2", schema: "failsafe", uniqueKeys: false, logLevel: "error" });
    const isOrdinary = [...document.errors, ...document.warnings].every(isHarmless);
    return isOrdinary && document.directives?.yaml.explicit !== true ? json(document.contents) : undefined;
  } catch {
    return undefined; // too deep, or one of those below
  }
}

/** Finds the line, counted from one, on which something stands in YAML or JSON; null where that has no place in it. */
export function linesOf(source: string): (path: readonly (string | number)[]) => number | null {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { schema: "failsafe", uniqueKeys: false, logLevel: "silent", lineCounter });
  return (path) => {
    const start = path.length === 0 ? undefined : placeIn(document.contents, path);
    return start === undefined ? null : lineCounter.linePos(start).line;
  };
}

/** Where the last part of a path begins, or the last of its parts that is there. */
function placeIn(node: Node | null, [first, ...rest]: readonly (string | number)[], before?: number): number | undefined {
  if (isMap<Scalar, Node>(node)) {
    const pair = node.items.find(({ key }) => String(key.value) === String(first));
    const start = pair?.key.range?.[0] ?? before;
    return pair === undefined || rest.length === 0 ? start : placeIn(pair.value, rest, start);
  }
  const item = isSeq<Node>(node) ? node.items[Number(first)] : undefined;
  const start = item?.range?.[0] ?? before;
  return item === undefined || rest.length === 0 ? start : placeIn(item, rest, start);
}

/** What the command line lets pass: a comment right behind a value, and a bracket that closes where its line began. */
function isHarmless({ name, code, message }: YAMLParseError | YAMLWarning): boolean {
  const isComment = code === "MISSING_CHAR" && message.startsWith("Comments must be separated");
  return isComment || (name === "YAMLWarning" && code === "BAD_INDENT");
}

/** What YAML can say and no file of answers needs. */
class UnneededError extends Error {}

function json(node: Node | null, inBrackets = false): string {
  if (node === null) {
    return "null";
  }
  const { anchor, tag } = node as { anchor?: string; tag?: string };
  if (anchor !== undefined || tag !== undefined) {
    throw new UnneededError();
  }
  if (isMap<Node, Node>(node)) {
    return mapJson(node.items, inBrackets || node.flow === true);
  }
  if (isSeq<Node>(node)) {
    return `[${node.items.map((item) => json(item, inBrackets || node.flow === true)).join(",")}]`;
  }
  return scalarJson(node, inBrackets);
}

function mapJson(pairs: Pair<Node, Node | null>[], inBrackets: boolean): string {
  const keys = new Set<string>();
  const entries = pairs.map(({ key, value }) => {
    const name = json(key, inBrackets);
    if (!name.startsWith('"') || keys.has(name)) {
      throw new UnneededError();
    }
    keys.add(name);
    return `${name}:${json(value, inBrackets)}`;
  });
  return `{${entries.join(",")}}`;
}

function scalarJson(node: Node, inBrackets: boolean): string {
  if (!isScalar(node) || typeof node.value !== "string") {
    throw new UnneededError();
  }
  if (node.type !== Scalar.PLAIN) {
    return JSON.stringify(node.value);
  }
  if (inBrackets && /^[?:]/.test(node.value)) {
    throw new UnneededError(); // to the command line it is the sign of a key or a value
  }
  return plainJson(node.value);
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
  pair.key.type = PLAIN_KEY.test(pair.key.value) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
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
