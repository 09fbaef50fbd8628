/** A page with a workspace and no document: a form that is a map, and a list of what the page hears. */

import type { Fields, Kind } from "../../../frontend/answers/document.ts";
import type { Mode } from "../../../frontend/answers/form-mode.ts";
import type { AnswersForm } from "../../../frontend/form/fields.ts";
import { AssessmentStore } from "../../../frontend/storage/assessment-store.ts";
import type { WorkspaceEvents } from "../../../frontend/workspace/events.ts";
import { Workspace } from "../../../frontend/workspace/workspace.ts";
import { freshTab } from "../storage/fake-storage.ts";

export const format = "kmop-answers/1";
export const OURS = { id: "kmop-norm", version: "2" };
export const [OLDER, NEWER] = [{ ...OURS, version: "1" }, { ...OURS, version: "3" }];

/** The form of the page, in which two things are asked. */
class FakeForm implements AnswersForm {
  readonly kinds = new Map<string, Kind>([["profile.said", "text"], ["profile.also", "text"]]);
  readonly norm = OURS;
  fields: Fields = new Map();

  read(): Fields {
    return new Map(this.fields);
  }

  write(fields: Fields): void {
    this.fields = new Map(fields);
  }
}

/** What a reader has before them. */
export interface Page {
  workspace: Workspace;
  form: FakeForm;
  modes: { mode: Mode; show(mode: Mode): void };
  /** What the page heard, in order. */
  heard: string[];
  /** Why the open answers changed, in order. */
  causes: string[];
}

/** Load the page in a tab of its own, and wait until what was kept shows. */
export async function openPage(openStore?: () => Promise<AssessmentStore>): Promise<Page> {
  freshTab();
  const page = loadPage(openStore);
  await page.workspace.start();
  await settled();
  forget(page);
  return page;
}

/** The page before anything was looked for. */
export function loadPage(openStore?: () => Promise<AssessmentStore>): Page {
  const form = new FakeForm();
  const modes = { mode: "steps" as Mode, show: (mode: Mode) => void (modes.mode = mode) };
  const workspace = new Workspace(form, modes, openStore);
  const page: Page = { workspace, form, modes, heard: [], causes: [] };
  const hear = (name: string) => (about?: unknown) => page.heard.push(typeof about === "string" ? `${name} ${about}` : name);
  const names: (keyof WorkspaceEvents)[] = ["restored", "saved", "saveFailed", "takenOver", "recovered", "listChanged"];
  workspace.subscribe(Object.fromEntries(names.map((name) => [name, hear(name)])));
  workspace.subscribe({ changed: (cause) => page.causes.push(cause) });
  return page;
}

/** Forget what was heard so far. */
export function forget({ heard, causes }: Page): void {
  heard.length = causes.length = 0;
}

/** Answer something in the form, as the form tells it. */
export function type({ form, workspace }: Page, said: string, name = "profile.said"): void {
  form.write(new Map(form.fields).set(name, [said]));
  workspace.commitForm();
}

/** Answer something, and wait until it is kept. */
export async function answer(page: Page, said: string): Promise<void> {
  type(page, said);
  await settled();
}

/** Answers to the norm of this page that say so much. */
export function saying(said: string, norm: object = OURS) {
  return { format, norm, profile: { said } };
}

/** What answers say; what a form shows. */
export function said(answers: object): unknown {
  return (answers as { profile?: { said?: string } }).profile?.said;
}

/** What each kept assessment says, by name or by what it says; as it lies in the database. */
export async function kept(): Promise<unknown[]> {
  const store = await AssessmentStore.open();
  return (await store.list()).map(({ answers }) => said(answers)).sort();
}

/** Wait until everything that was begun is written, read again and told. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await (await AssessmentStore.open()).list();
    await new Promise(setImmediate);
  }
}
