/** A folder with the parts of a runtime, and the server that they come from. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setGlobal } from "../globals.ts";

const FOLDERS = mkdtempSync(join(tmpdir(), "kmop-"));
process.on("exit", () => rmSync(FOLDERS, { recursive: true }));

/** The smallest module that WebAssembly takes. */
export const WASM = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
const WASM_TYPE = { headers: { "Content-Type": "application/wasm" } };
/** Modules are imported, so these lie on the disk; what Pyodide does is up to the test. */
const MODULES = {
  "pyodide.js": "export const loadPyodide = (options) => globalThis.loadFakePyodide(options);",
  "pyodide.asm.js": "export default 'asm';",
};

/** What the server answers, by the name of a part; a test changes it. */
export type Parts = Record<string, () => Response | Promise<Response>>;

export interface FakeServer {
  runtime: { base: string };
  parts: Parts;
  /** The parts that were asked for, in order. */
  asked: string[];
  /** Let one of the modules be absent. */
  removeModule(name: keyof typeof MODULES): void;
}

/** What the parts hold, and what the manifest says of their sizes. */
const TEXTS: Record<string, string> = {
  "pyodide-lock.json": "lock",
  "rules.zip": "the rules",
  "python_stdlib.zip": "library",
  "norm.json": "norm",
  "messages.json": "messages",
  "links.json": "links",
};
const MODULE_SIZE = 10;
export const SIZES: Record<string, number> = {
  "pyodide.asm.wasm": WASM.length,
  ...Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [name, text.length])),
  ...Object.fromEntries(Object.keys(MODULES).map((name) => [name, MODULE_SIZE])),
};

/** A server that has everything. */
export function fakeServer(): FakeServer {
  const folder = mkdtempSync(join(FOLDERS, "runtime-"));
  for (const [name, text] of Object.entries(MODULES)) {
    writeFileSync(join(folder, name), text);
  }
  const base = `${pathToFileURL(folder).href}/`;
  const sizes = Object.entries(SIZES).map(([name, size]) => ({ name, size, sent: { br: 2 * size } }));
  const parts: Parts = {
    "manifest.json": () => Response.json({ parts: [...sizes, { name: "else", size: 1e9, sent: {} }] }),
    "pyodide.asm.wasm": () => new Response(WASM, WASM_TYPE),
  };
  for (const [name, text] of Object.entries(TEXTS)) {
    parts[name] = () => new Response(text);
  }
  const asked: string[] = [];
  setGlobal("fetch", async (address: string | URL) => {
    if (!String(address).startsWith(base)) {
      return absent(); // asked by what an earlier test left
    }
    const name = String(address).slice(base.length);
    asked.push(name);
    return parts[name]?.() ?? absent();
  });
  return { runtime: { base }, parts, asked, removeModule: (name) => rmSync(join(folder, name)) };
}

export const absent = (): Response => new Response("", { status: 404 });
export const rubbish = (): Response => new Response("not this", WASM_TYPE);
/** An answer that breaks off after its first piece. */
export const cut = (): Response => {
  const pieces = [new Uint8Array(2)];
  const pull = (stream: ReadableStreamDefaultController): void => {
    const piece = pieces.pop();
    return piece === undefined ? stream.error(new TypeError("cut")) : stream.enqueue(piece);
  };
  return new Response(new ReadableStream({ pull }));
};
