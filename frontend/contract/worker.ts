/** What page and worker say to each other. */

import type { Line, Section, View } from "./view.js";

/** Something that is wrong in the answers: where, and the sentence that says what and what to do. */
export interface Fault {
  path: (string | number)[];
  text: string;
}

/** An answer to what the norm has no longer: its old id, of which version it is, and what it says. */
export interface RemovedAnswer {
  id: string;
  title: string;
  text: string;
  facts: { label: string; text: string }[];
}

/** Answers on their way to this norm: as they are now, what happened to them, and why they cannot come along. */
export interface Migrated {
  answers: unknown;
  told: string[];
  faults: Fault[];
}

/** What one assessment gives. With faults the view is null. */
export interface Outcome {
  view: View | null;
  asked: Record<string, boolean | null>;
  /** The questions that need no answer, by the names of their blocks. */
  idle: string[];
  appendix: RemovedAnswer[];
  faults: Fault[];
}

/** A section or a line on its way to the page: an id stands for what the page has by that id already. */
export type Ref<Part> = Changed<Part> | string;

/** A section or a line that is new or changed, in which lines may stand that the page has. */
export type Changed<Part> = Omit<Part, "lines"> & { lines: Ref<Line>[] };

/** An outcome on its way to the page, of which only what is new crosses. */
export interface ViewDelta extends Omit<Outcome, "view"> {
  view: (Omit<View, "sections"> & { sections: Ref<Section>[] }) | null;
  /** Tells this view from others, from 1. */
  edition: number;
}

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
  /** Bytes that have arrived of the bytes that will come; 0 when not known yet. */
  loaded: number;
  total: number;
}

/** What the worker offers the page. */
export interface WorkerApi {
  /** Tells whether an earlier start was woken up again. */
  start(runtime: Runtime, onProgress: (progress: Progress) => void): Promise<boolean>;
  /** Leave in this browser what the next start can wake up; for a worker that does nothing else. */
  makeSnapshot(runtime: Runtime): Promise<void>;
  /** The outcome as `News`, for a page that has the sections of this edition; 0 for none. */
  assess(answers: string, date: string, edition: number): string;
  /** The report as compact JSON, its keys in order; null in JSON when the answers are at fault. */
  report(answers: string, date: string): string;
  /** Bring answers to this version of the norm. */
  carry(answers: string): string;
  /** The folder to take along, as JSON; null in JSON when the answers are at fault. */
  folder(answers: string, date: string): string;
  /** What follows from the scenarios, as JSON; null in JSON when there are none. */
  whatIf(answers: string, date: string): string;
  /** Assessments (a list in JSON) side by side, as JSON. */
  compare(documents: string, date: string): string;
  /** The calculations of these conclusions, as JSON by key; null in JSON when the answers are at fault. */
  explain(answers: string, date: string, keys: string): string;
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
