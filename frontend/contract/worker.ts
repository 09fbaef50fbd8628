/** What page and worker say to each other. */

import type { ClientRow } from "./clients.js";
import type { Compared, WhatIfResult } from "./comparison.js";
import type { Cell, LookedAtList } from "./files.js";
import type { Folder } from "./folder.js";
import type { Migrated, ViewDelta } from "./outcome.js";
import type { CheckedText, TextForm } from "./texts.js";
import type { Template } from "./template.js";
import type { Calculation } from "./view.js";

/** The runtime: the address of its folder, and its parts where the page itself brings them, packed. */
export interface Runtime {
  /** Absolute, ending in a slash. */
  base: string;
  parts?: Record<string, Uint8Array<ArrayBuffer>>;
}

/** The steps of starting, in order; each can fail, and has its own sentences. */
export type Step = "worker" | "fetch" | "python" | "rules" | "norm" | "first";

export interface Progress {
  step: Step;
  /** Bytes that have crossed the line of the bytes that will; 0 when not known yet. */
  loaded: number;
  total: number;
  /** Whether this browser has none of it yet, so that it comes once. */
  isFirst?: boolean;
}

/**
 * What the rules can be asked: of each question the texts that go to Python, and what comes back as JSON.
 *
 * A question is a method of `RulesApi` in `in_pyodide/api.py`, there with `_json` after its name. A new one is written
 * there, here, and where the build tries what Python needs for it (`guide/runtime/trim_library.py`).
 */
export interface RulesApi {
  /** Assess answers for a date, for a page that has the sections of this revision of the view; 0 for none. */
  assess: { takes: [answers: string, date: string, revision: number]; gives: ViewDelta };
  /** The report, its keys in order; null when the answers are at fault. */
  report: { takes: [answers: string, date: string]; gives: object | null };
  /** Migrate answers to this version of the norm. */
  migrate: { takes: [answers: string]; gives: Migrated };
  /** What is taken along; the plan has its sources behind it where `grounds` is not empty. Null when the answers are at fault. */
  folder: { takes: [answers: string, date: string, grounds: string]; gives: Folder | null };
  /** A document ready to fill in, by its id; null when there is none, or the answers are at fault. */
  template: { takes: [answers: string, date: string, name: string]; gives: Template | null };
  /** What follows from the scenarios in answers; null when there are none. */
  what_if: { takes: [answers: string, date: string]; gives: WhatIfResult | null };
  /** Assessments (a list) side by side. */
  compare: { takes: [documents: string, date: string]; gives: Compared };
  /** Assessments (a list), each as a row of a table. */
  clients: { takes: [documents: string, date: string]; gives: ClientRow[] };
  /** The calculations of these conclusions (a list), by key; null when the answers are at fault. */
  explain: { takes: [answers: string, date: string, keys: string]; gives: Record<string, Calculation> | null };
}

/**
 * What extensions of the rules can be asked. One comes when it is first asked something (`guide/runtime/extensions.py`);
 * a question is a method of the class in its module in `in_pyodide/`.
 */
export interface ExtensionsApi {
  /** Look at a text: what is wrong in it for its kind on a day. The name is what the reader calls it. */
  check_text: { takes: [text: string, form: TextForm, kind: string, date: string, name: string]; gives: CheckedText };
  /** Look at a list (`GivenList`) as what is asked (`AskedOfList`), both JSON: what is in doubt, or what was found. */
  check_files: { takes: [given: string, asked: string]; gives: LookedAtList };
  /** A report (JSON) as lines for a file; the name is what the reader calls the list. */
  files_report: { takes: [report: string, name: string, ending: "txt" | "html"]; gives: string };
  /** The rows of a sheet of a list (`GivenList`), by its name. */
  file_rows: { takes: [given: string, sheet: string]; gives: Cell[][] };
}

/** Which extension answers a question. */
export const EXTENSION_OF = {
  check_text: "texts",
  check_files: "files",
  files_report: "files",
  file_rows: "files",
} as const satisfies Record<keyof ExtensionsApi, string>;
export type ExtensionName = (typeof EXTENSION_OF)[keyof ExtensionsApi];

export type Questions = RulesApi & ExtensionsApi;
export type RulesQuestion = keyof Questions;

/** What the worker offers the page. */
export interface WorkerApi {
  /**
   * Tells whether an earlier start was woken up again; null when it could not be, and then this worker is of no use.
   *
   * @param wake Whether to try, which is so unless told otherwise.
   */
  start(
    runtime: Runtime,
    onProgress: (progress: Progress) => void | Promise<void>,
    wake?: boolean,
  ): Promise<boolean | null>;
  /** Leave in this browser what the next start can wake up; for a worker that does nothing else. */
  makeSnapshot(runtime: Runtime): Promise<void>;
  /** Answered at once by a worker that has nothing to do; one that died without a word never answers. */
  ping(): true;
  /** Ask the rules, in texts; the answer is JSON. */
  call(question: RulesQuestion, ...given: (string | number)[]): Promise<string>;
}

/** A failed start, with the step that failed; survives the way from worker to page. */
export class StepError extends Error {
  constructor(step: Step, cause: unknown) {
    super(`${step}: ${cause instanceof Error ? cause.message : String(cause)}`);
    this.name = step;
  }
}

/** The step that an error belongs to, also after its way through the worker's port. */
export function stepOf(error: unknown): Step | null {
  const steps: readonly string[] = ["worker", "fetch", "python", "rules", "norm", "first"];
  const name = error instanceof Error ? error.name : "";
  return steps.includes(name) ? (name as Step) : null;
}
