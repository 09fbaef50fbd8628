/** What Pyodide does as far as the start of the rules needs it, without Python. */

import { setGlobal } from "../globals.ts";

/** What happened to it, in order; a test changes what it does. */
export interface FakePyodide {
  /** The options that it was loaded with, each time. */
  loaded: Record<string, unknown>[];
  /** What it asked the server for by itself. */
  fetched: string[];
  /** What was written, run and called. */
  done: string[];
  load(options: Record<string, unknown>): Promise<void>;
  importRules(): void;
  makeRules(...texts: string[]): void;
}

export const RULES = { from: "nothing" };
export const WOKEN = { from: "snapshot" };
export const SNAPSHOT = Uint8Array.from([1, 2, 3]);

/** Let `loadPyodide` give one. */
export function fakePyodide(): FakePyodide {
  const fake: FakePyodide = {
    loaded: [],
    fetched: [],
    done: [],
    load: (options) => askForParts(fake, String(options["indexURL"])),
    importRules: () => undefined,
    makeRules: () => undefined,
  };
  setGlobal("loadFakePyodide", async (options: Record<string, unknown>) => {
    fake.loaded.push(options);
    await fake.load(options);
    return pyodide(fake);
  });
  return fake;
}

/** As Pyodide does: it wants its library and its interpreter, and waits for ever when that cannot be compiled. */
async function askForParts({ fetched }: FakePyodide, base: string): Promise<void> {
  fetched.push(await (await fetch(`${base}python_stdlib.zip`)).text());
  await new Promise<void>((go) => {
    const compiling = WebAssembly.instantiateStreaming(fetch(`${base}pyodide.asm.wasm`), {});
    void compiling.then(({ instance }) => {
      fetched.push(instance.constructor.name);
      go();
    }, () => undefined);
  });
}

function pyodide(fake: FakePyodide): object {
  const { done } = fake;
  const makeRules = (...texts: string[]): object => {
    done.push(`make ${texts.join()}`);
    fake.makeRules(...texts);
    return RULES;
  };
  const extend = (archive: string, module: string) => {
    done.push(`extend ${archive} ${module}`);
    return (rules: { from: string }, document: string) => done.push(`give ${rules.from} ${document}`);
  };
  return {
    FS: { writeFile: (path: string, bytes: Uint8Array) => done.push(`write ${path} ${new TextDecoder().decode(bytes)}`) },
    globals: { get: (name: string) => (name === "the_rules" ? WOKEN : undefined) },
    runPython: (code: string) => {
      done.push(`run ${code.trim().split("\n").at(-1)}`);
      if (code.trim().endsWith("\nextend")) {
        return extend;
      }
      fake.importRules();
      return Object.assign(makeRules, { destroy: () => done.push("destroy") });
    },
    makeMemorySnapshot: () => {
      done.push("copy the memory");
      return SNAPSHOT;
    },
  };
}
