/** Form ⇄ answers document, without a page: what a form shows, and what a changed form means. */

import { readNumber, readWhole, withComma } from "../lib/numbers.js";
import { inNormalForm, unknownIn } from "./normal-form.js";
import { hasLeaf, isJson, isTree, type Json, pathOf, put, type Tree, treeAt, valueAt } from "./tree.js";

export const FORMAT = "kmop-answers/1";

export type Answers = Tree & { format: string };

/** How a question's value is written: in the form always as texts, in the document as what it is. */
export type Kind = "boolean" | "choice" | "choices" | NumberKind | "text" | "flag" | "tick" | "reason";
/** A whole number, of things, euros or percents, or an amount with decimals. */
export type NumberKind = "count" | "money" | "percent" | "decimal";
export type Kinds = ReadonlyMap<string, Kind>;

/** What the form holds: by name the values that are chosen or typed; none for an open question. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** The box for "none of these": the one value that says an empty list instead of nothing. */
export const NONE_OF_THESE = "";

/** The choice "don't know". It is an answer, and none that says anything: the document names the question apart. */
export const UNKNOWN = "?";
/** The questions whose answer is chosen. A text may well be a question mark. */
const CHOSEN: ReadonlySet<Kind> = new Set(["boolean", "choice", "choices"]);

/** The parts of a document that hold answers by name. */
const PARTS = ["profile", "scan", "checks", "requirements", "documents", "worth"];

export function emptyAnswers(): Answers {
  return { format: FORMAT };
}

/** Whether a document says that it is of a format after ours. */
export function isNewer(document: unknown): boolean {
  const format = isTree(document as Json) ? (document as Tree)["format"] : null;
  const found = /^kmop-answers\/(\d+)$/.exec(typeof format === "string" ? format : "");
  return Number(found?.[1] ?? 0) > Number(FORMAT.split("/")[1]);
}

/** Answers nest four deep; a document that nests for ever would fell whoever reads it. */
export const MAX_DEPTH = 20;

/** Whether a value has the shape of answers; what they say is for the rules to judge. */
export function isAnswers(value: unknown): value is Answers {
  const tree = value as Json | undefined;
  return (
    isTree(tree) &&
    isJson(tree, MAX_DEPTH) &&
    tree["format"] === FORMAT &&
    ["appendix", "unknown"].every((list) => tree[list] === undefined || Array.isArray(tree[list])) &&
    PARTS.every((part) => tree[part] === undefined || isTree(tree[part]))
  );
}

/** Whether anything at all was answered, be it to a norm of before, or that one does not know. */
export function isEmpty(answers: Answers): boolean {
  const hasEntries = (list: Json | undefined): boolean => Array.isArray(list) && list.length > 0;
  return ![answers["appendix"], answers["unknown"]].some(hasEntries) && !PARTS.some((part) => hasLeaf(answers[part]));
}

/** The document under another name; under none when that is empty. */
export function renamed(answers: Answers, title: string): Answers {
  const { title: _old, ...rest } = answers;
  return (title === "" ? rest : { ...rest, title }) as Answers;
}

/** What the form must show for a document. */
export function toFields(answers: Answers, kinds: Kinds): Fields {
  const fields = new Map<string, readonly string[]>();
  const normal = inNormalForm(answers);
  const unknown = unknownIn(normal);
  for (const [name, kind] of kinds) {
    const isUnknown = CHOSEN.has(kind) && unknown.has(name);
    fields.set(name, isUnknown ? [UNKNOWN] : texts(valueAt(normal, pathOf(name)), kind));
  }
  return fields;
}

/**
 * The document after a change in the form.
 *
 * Only what changed is written: whatever the form cannot show as it is (or at all) stays as it was. A document that
 * changed is in its normal form.
 *
 * @param answers The document as it was.
 * @param before What the form held then.
 * @param after What the form holds now.
 */
export function applyFormChanges(answers: Answers, before: Fields, after: Fields, kinds: Kinds): Answers {
  const changed = [...kinds].filter(([name]) => !equal(after.get(name) ?? [], before.get(name) ?? []));
  if (changed.length === 0) {
    return structuredClone(answers);
  }
  // In its normal form first: what is put into a score of earlier files would take its place.
  const result = inNormalForm(structuredClone(answers));
  const unknown = new Set(unknownIn(result));
  for (const [name, kind] of changed.filter(([, kind]) => kind !== "reason")) {
    const now = after.get(name) ?? [];
    const isUnknown = CHOSEN.has(kind) && equal(now, [UNKNOWN]);
    unknown[isUnknown ? "add" : "delete"](name);
    put(result, pathOf(name), isUnknown ? undefined : meaning(now, kind));
  }
  for (const [name, kind] of kinds) {
    if (kind === "reason") {
      putReason(result, pathOf(name), before.get(name) ?? [], after.get(name) ?? []);
    }
  }
  return inNormalForm({ ...result, unknown: [...unknown] });
}

/** The document as the rules take it: a point set aside counts once its reason is given, and all texts are text. */
export function forRules(answers: Answers): Answers {
  const result = wellFormed(answers) as Answers;
  for (const [id, check] of Object.entries(treeAt(result, "checks"))) {
    const reason = valueAt(check, ["not_applicable", "reason"]);
    if (isTree(check) && "not_applicable" in check && String(reason ?? "").trim() === "") {
      put(result, ["checks", id, "not_applicable"], undefined);
    }
  }
  return result;
}

/** A copy in which half a character, as of an emoji that was cut in two, is replaced: in no file can it stand. */
function wellFormed(value: Json): Json {
  if (typeof value === "string") {
    return value.replace(/\p{Surrogate}/gu, "\uFFFD");
  }
  if (Array.isArray(value)) {
    return value.map(wellFormed);
  }
  return isTree(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wellFormed(inner)]))
    : value;
}

function texts(value: Json | undefined, kind: Kind): string[] {
  if (value === undefined || value === null) {
    return [];
  }
  switch (kind) {
    case "choices":
      return Array.isArray(value) ? (value.length ? value.map(String) : [NONE_OF_THESE]) : [];
    case "flag":
      return ["true"];
    case "tick":
      return value === true ? ["true"] : [];
    case "decimal":
      return [withComma(String(value))];
    default:
      return [String(value)];
  }
}

function meaning(fields: readonly string[], kind: Kind): Json | undefined {
  const text = fields[0] ?? "";
  if (kind === "flag") {
    return fields.length ? { reason: "" } : undefined;
  }
  if (kind === "choices") {
    return fields.length ? fields.filter((value) => value !== NONE_OF_THESE && value !== UNKNOWN) : undefined;
  }
  if (text.trim() === "") {
    return undefined;
  }
  switch (kind) {
    case "boolean":
    case "tick":
      return text === "true";
    // What is no such number goes to the rules as it is: they say what is wrong with it.
    case "count":
      return readWhole(text) ?? text;
    case "money":
      return readWhole(text, "euro") ?? text;
    case "percent":
      return readWhole(text, "percent") ?? text;
    case "decimal":
      return readNumber(text, "euro") ?? text;
    default:
      return text;
  }
}

/** A reason lives inside the flag that it explains, so it is written when either of them changed. */
function putReason(
  answers: Answers,
  path: string[],
  before: readonly string[],
  after: readonly string[],
): void {
  const flag = valueAt(answers, path.slice(0, -1));
  const changed = !equal(before, after);
  if (isTree(flag) && (changed || flag["reason"] === "")) {
    flag["reason"] = after[0] ?? "";
  }
}

function equal(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
