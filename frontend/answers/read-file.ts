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
  | "no_reader"
  | "too_deep"
  | "newer";

/** What was read, as JSON; `source` is the text itself where there is a file that one can look into. */
export interface ReadAnswers {
  text: string;
  document: unknown;
  source?: string;
}

export type ReadResult = ReadAnswers | { refusal: ReadError };

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
  if (text === null) {
    return { refusal: "not_text" };
  }
  const read = await parsed(text);
  return "refusal" in read ? read : { ...read, source: text };
}

/** The largest file that is read, in megabytes. */
export const MAX_MEGABYTES = MAX_BYTES / 1_000_000;

function decoded(bytes: ArrayBuffer): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text; // as another encoding has it behind each letter
  } catch {
    return null;
  }
}

/** Take a text as JSON when it begins so, and else as YAML; `kmop assess` decides the same. */
async function parsed(text: string): Promise<ReadResult> {
  if (/^[ \t\r\n]*([[{"]|$)/.test(text)) {
    return readJson(text) ?? { refusal: "not_json" };
  }
  const yaml = await import("./yaml.js").catch(() => null);
  if (yaml === null) {
    return { refusal: "no_reader" };
  }
  return readJson(yaml.yamlToJson(text) ?? "") ?? { refusal: "not_yaml" };
}

/** Read answers as JSON, or tell what of them can be told without the rules; null for what is no JSON. */
export function readJson(text: string): ReadResult | null {
  const document = fromJson(text);
  if (document === undefined) {
    return null;
  }
  if (isDeeper(document, MAX_DEPTH)) {
    return { refusal: "too_deep" };
  }
  return isNewer(document) ? { refusal: "newer" } : { text, document };
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
