/** Answers out of a file that the reader opens: JSON or YAML, as far as they can be read without the rules. */

import { isNewer, MAX_DEPTH } from "./document.js";

const MAX_BYTES = 2_000_000;

/** Why a file was not read, as the last part of a message's id. */
export type ReadError =
  | "too_large"
  | "unreadable"
  | "not_text"
  | "not_json"
  | "not_yaml"
  | "too_deep"
  | "no_reader"
  | "newer";

export type ReadResult = { text: string; document: unknown } | { refusal: ReadError };

/** Read a file as JSON or YAML, or tell why not; what it says is for others to judge. */
export async function readAnswers(file: File): Promise<ReadResult> {
  if (file.size > MAX_BYTES) {
    return { refusal: "too_large" };
  }
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) {
    return { refusal: "unreadable" };
  }
  const text = decoded(bytes);
  return text === null ? { refusal: "not_text" } : parsed(text);
}

/** The largest file that is read, in megabytes. */
export const MAX_MEGABYTES = MAX_BYTES / 1_000_000;

function decoded(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Take a text as JSON when it begins so, and else as YAML. */
async function parsed(text: string): Promise<ReadResult> {
  const isJson = /^\s*([[{"]|$)/.test(text);
  const reader = isJson ? { fromText: fromJson } : await yamlReader();
  if (reader === null) {
    return { refusal: "no_reader" };
  }
  const document = reader.fromText(text);
  if (document === undefined) {
    return { refusal: isJson ? "not_json" : "not_yaml" };
  }
  return checkShape(document, isJson ? text : JSON.stringify(document));
}

/** What can be told without the rules. */
export function checkShape(document: unknown, text: string): ReadResult {
  if (isDeeper(document, MAX_DEPTH)) {
    return { refusal: "too_deep" };
  }
  return isNewer(document) ? { refusal: "newer" } : { text, document };
}

/** What reads YAML comes when it is needed; null where it does not, as after the site was renewed under the page. */
async function yamlReader(): Promise<{ fromText(text: string): unknown } | null> {
  try {
    const { fromYaml } = await import("./yaml.js");
    return { fromText: fromYaml };
  } catch {
    return null;
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
