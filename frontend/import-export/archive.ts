/** One archive (ZIP) of many assessments, each a file of answers; and back, within bounds (a zip bomb unpacks for ever). */

import { strToU8, Unzip, UnzipInflate, type UnzipFile, type UnzipFileInfo, unzipSync, zipSync } from "fflate";

const MAX_ENTRIES = 1000;
const MAX_UNPACKED = 100_000_000;
/** What is pushed at once: between two pieces the bounds are looked at. */
const PIECE = 16_384;
/** Ways to pack that are read: not at all, and deflate. Others are for what is encrypted, or by nobody in use. */
const METHODS = [0, 8];
const ANSWERS = /\.(json|ya?ml)$/i;
/** What systems put into an archive by themselves. */
const HIDDEN = /(^|\/)(\.|__MACOSX\/)/;
const LONGEST_NAME = 80;
/** No name of a file on one of the systems that people have. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f\\/:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Why an archive is not opened, as the last part of a message's id. */
export type ArchiveError = "broken" | "encrypted" | "too_many" | "unpacks_too_large" | "foreign";

export interface Entry {
  /** What the assessment is called; the file gets a name that any system takes. */
  name: string;
  text: string;
}

/** Put files into an archive. */
export function pack(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const used = new Set<string>();
  const files = entries.map(({ name, text }) => [fileName(name, used), strToU8(text)] as const);
  return zipSync(Object.fromEntries(files));
}

/** Take the files of answers out of an archive; others in it are named. */
export function unpack(bytes: Uint8Array): { files: File[]; others: string[] } | { refusal: ArchiveError } {
  const listed = list(bytes);
  if (listed === null) {
    return { refusal: "broken" };
  }
  const seen = listed.filter(({ name }) => !name.endsWith("/") && !HIDDEN.test(name));
  const wanted = seen.filter(({ name }) => ANSWERS.test(name));
  const refusal = refused(bytes, listed, wanted);
  if (refusal !== null) {
    return { refusal };
  }
  const files = extracted(bytes, new Set(wanted.map(({ name }) => name)));
  if (files === null) {
    return { refusal: "unpacks_too_large" };
  }
  const isWhole = files.length === wanted.length && wanted.every(({ originalSize }, index) => files[index]?.size === originalSize);
  return isWhole ? { files, others: seen.filter((each) => !wanted.includes(each)).map(({ name }) => name) } : { refusal: "broken" };
}

/** What an archive says that is in it; null when it is none. */
function list(bytes: Uint8Array): UnzipFileInfo[] | null {
  const found: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, { filter: (info) => found.push(info) < 0 });
    return found;
  } catch {
    return null;
  }
}

function refused(bytes: Uint8Array, listed: UnzipFileInfo[], wanted: UnzipFileInfo[]): ArchiveError | null {
  if (listed.length > MAX_ENTRIES) {
    return "too_many";
  }
  if (wanted.length === 0) {
    return "foreign";
  }
  if (isEncrypted(bytes) || wanted.some(({ compression }) => !METHODS.includes(compression))) {
    return "encrypted";
  }
  return wanted.reduce((sum, { originalSize }) => sum + originalSize, 0) > MAX_UNPACKED ? "unpacks_too_large" : null;
}

/** Whether the first file in it is, by the flag in its header. */
function isEncrypted(bytes: Uint8Array): boolean {
  return ((bytes[6] ?? 0) & 1) === 1;
}

/** Unpack these, whatever the archive said of their size; null when they are too much. */
function extracted(bytes: Uint8Array, names: ReadonlySet<string>): File[] | null {
  const files: File[] = [];
  let total = 0;
  const take = (file: UnzipFile): void => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    file.ondata = (error, chunk, isLast) => {
      if (error) {
        throw error;
      }
      total += chunk.length;
      parts.push(chunk.slice());
      if (isLast) {
        files.push(new File(parts, baseName(file.name)));
      }
    };
    file.start();
  };
  const reader = new Unzip((file) => (names.has(file.name) ? take(file) : undefined));
  reader.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && total <= MAX_UNPACKED; at += PIECE) {
      reader.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
  } catch {
    return []; // fewer than there are: broken
  }
  return total > MAX_UNPACKED ? null : files;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A name that any system takes, and that no other file in the archive has, whatever the case. */
function fileName(name: string, used: Set<string>): string {
  const base = safeName(name);
  let free = base;
  for (let number = 2; used.has(free.toLowerCase()); number += 1) {
    free = `${base} (${number})`;
  }
  used.add(free.toLowerCase());
  return `${free}.json`;
}

function safeName(name: string): string {
  const clean = name.normalize("NFC").replaceAll(UNSAFE, " ").replaceAll(/\s+/g, " ");
  const short = clean.slice(0, LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, "").replaceAll(/^[ .]+|[ .]+$/g, "");
  return short === "" || RESERVED.test(short) ? `_${short}` : short;
}
