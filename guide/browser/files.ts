/** Files in and out: text the reader saves, and text the reader opens. */

const LARGEST = 2_000_000;
/** Answers nest four deep; a document that nests for ever would fell the interpreter. */
const DEEPEST = 20;

/** Why a file was not read, as the last part of a message's id. */
export type Refusal = "too_large" | "unreadable" | "not_text" | "not_json" | "too_deep";

export type Read = { text: string; document: unknown } | { refusal: Refusal };

/** Let the browser save a text as a file. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser needs the address until it has begun; there is no event that tells.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Read a file as JSON, or tell why not; what it says is for others to judge. */
export async function readJson(file: File): Promise<Read> {
  if (file.size > LARGEST) {
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
export const largestMegabytes = LARGEST / 1_000_000;

function decoded(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parsed(text: string): Read {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { refusal: "not_json" };
  }
  return isDeeper(document, DEEPEST) ? { refusal: "too_deep" } : { text, document };
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
