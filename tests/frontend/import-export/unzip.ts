/** Files out of an archive, such as a document of Word is. */

import { inflateRawSync } from "node:zlib";

const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;

/** What an archive holds, as texts by their path. */
export async function unzip(archive: Blob): Promise<Record<string, string>> {
  const bytes = Buffer.from(await archive.arrayBuffer());
  const files: Record<string, string> = {};
  let at = bytes.readUInt32LE(bytes.lastIndexOf(signature(END)) + 16);
  while (bytes.readUInt32LE(at) === CENTRAL) {
    const length = (place: number): number => bytes.readUInt16LE(at + place);
    const path = bytes.toString("utf8", at + 46, at + 46 + length(28));
    files[path] = content(bytes, at).toString("utf8");
    at += 46 + length(28) + length(30) + length(32);
  }
  return files;
}

function content(bytes: Buffer, entry: number): Buffer {
  const [size, local] = [bytes.readUInt32LE(entry + 20), bytes.readUInt32LE(entry + 42)];
  const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(begin, begin + size);
  return bytes.readUInt16LE(entry + 10) === DEFLATED ? inflateRawSync(packed) : packed;
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
