/** Answers in an address: squeezed into its fragment, which a browser never sends to a server. */

import { type Answers, isAnswers } from "./document.js";
import type { Tree } from "./tree.js";

const MARK = "#antwoorden=1.";
/** Before the screen that a link opens on. */
const SCREEN = "&scherm=";
const FORMAT = "deflate-raw";
/** Blanks, breaks and marks without width that mail programs and messengers put into an address, and quote it with. */
const INSERTED = /[\s<>\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
/** How often one program after another may have escaped an address. */
const MAX_ESCAPED = 3;
/** A small text can be the squeezed form of one that fills the memory. */
const MAX_LENGTH = 2_000_000;

/** Whether this browser can make and read such an address. */
export function canSqueeze(): boolean {
  try {
    new CompressionStream(FORMAT);
    new DecompressionStream(FORMAT);
    return true;
  } catch {
    return false; // it knows no streams that squeeze, or not this form of them
  }
}

/** Whether an address carries answers, readable or not. */
export function carriesAnswers(fragment: string): boolean {
  return repaired(fragment).startsWith("#antwoorden=");
}

/** The fragment of an address that carries these answers, and opens on this screen if there is one. */
export async function toFragment(answers: Answers, screen = ""): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(answers));
  const squeezed = await collected(through(bytes, new CompressionStream(FORMAT)), Infinity);
  return MARK + toText(squeezed) + (screen && SCREEN + screen);
}

/** The screen that a fragment opens on; empty when it names none. Programs write the sign before it as a word. */
export function screenIn(fragment: string): string {
  return new RegExp(`${SCREEN.replace("&", "[&;]")}([a-z-]+)`).exec(repaired(fragment))?.[1] ?? "";
}

/** The answers that a fragment carries, as JSON, whatever was put behind them; null when it is damaged, or of another time. */
export async function fromFragment(fragment: string): Promise<string | null> {
  const text = repaired(fragment);
  if (!text.startsWith(MARK)) {
    return null;
  }
  const [carried = ""] = /^[\w-]*/.exec(text.slice(MARK.length)) ?? [];
  return (await unsqueezed(carried)) ?? unsqueezed(carried.replace(/[-_]+$/, "")); // may be a mark around the link
}

async function unsqueezed(text: string): Promise<string | null> {
  try {
    const squeezed = toBytes(text);
    const bytes = await collected(through(squeezed, new DecompressionStream("deflate-raw")), MAX_LENGTH);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What the reader wrote in their own words: notes, who is there for the auditor, where a document lies, the text for them. */
const OWN_WORDS = ["note", "present", "place", "owner", "works", "shows", "contact"];

/** The answers without what the reader wrote in their own words. */
export function withoutNotes(answers: Answers): Answers {
  const { requirements: _texts, ...result } = structuredClone(answers);
  for (const part of ["checks", "documents"]) {
    Object.values((result[part] ?? {}) as Tree).forEach(forgetNotes);
  }
  forgetNotes(result["profile"]);
  for (const entry of Array.isArray(result["appendix"]) ? result["appendix"] : []) {
    forgetNotes((entry as Tree)["answer"]);
  }
  return isAnswers(result) ? result : answers;
}

/** The fragment as it was made: without what programs that pass on an address do to it. */
function repaired(fragment: string): string {
  let text = fragment;
  for (let times = 0; times < MAX_ESCAPED; times++) {
    text = text.replaceAll(/(?:%[\da-f]{2})+/gi, unescaped);
  }
  return text.replaceAll(INSERTED, "");
}

function unescaped(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped; // half of a letter
  }
}

function forgetNotes(answer: unknown): void {
  if (typeof answer === "object" && answer !== null) {
    for (const part of OWN_WORDS) {
      delete (answer as Tree)[part];
    }
  }
}

function through(bytes: Uint8Array<ArrayBuffer>, change: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(change);
}

async function collected(stream: ReadableStream<Uint8Array>, largest: number): Promise<Uint8Array> {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    pieces.push(read.value);
    length += read.value.length;
    if (length > largest) {
      await reader.cancel();
      throw new RangeError("too large");
    }
  }
  return joined(pieces, length);
}

function joined(pieces: Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function toText(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}
