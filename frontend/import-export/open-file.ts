/** Open: a file of answers, of which nothing of the present work changes before it is assessed and accepted. */

import { type Answers, isEmpty } from "../answers/document.js";
import { MAX_MEGABYTES, readAnswers, type ReadAnswers } from "../answers/read-file.js";
import type { Outcome } from "../contract/outcome.js";
import { confirmLoss } from "../ui/dialog.js";
import type { PageContext } from "../ui/page-context.js";
import type { Notice } from "../ui/status-panel.js";
import type { MigrationNotice } from "../workspace-ui/migration-notice.js";
import { placesOf } from "./fault-places.js";
import { areMany, openMany } from "./open-many.js";
import type { AssessedImport } from "../workspace/migrate.js";
import type { Workspace } from "../workspace/workspace.js";

const KEY = "file";

export interface ImportContext extends PageContext {
  workspace: Workspace;
  notice: MigrationNotice;
  /** Let the rules migrate and assess a text; null when they cannot. */
  assess(text: string): Promise<AssessedImport | null>;
}

/** Answers that the rules have nothing against. */
export interface Imported {
  /** As they came along to this norm. */
  answers: Answers;
  /** As they came in; the same where nothing had to happen to them. */
  original: Answers;
  /** What happened to them on the way. */
  messages: readonly string[];
}

/** Let the reader choose a file that takes the place of the present work; several come beside it. */
export function bindOpenFile(open: HTMLButtonElement, input: HTMLInputElement, context: ImportContext): void {
  open.addEventListener("click", () => input.click());
  input.addEventListener("change", () => void opened(filesOf(input), context));
}

/** The files that were chosen, of which each can be chosen again. */
export function filesOf(input: HTMLInputElement): File[] {
  const files = [...(input.files ?? [])];
  input.value = "";
  return files;
}

async function opened(files: readonly File[], context: ImportContext): Promise<void> {
  const [file] = files;
  if (await areMany(files)) {
    await openMany(files, context);
  } else if (file !== undefined) {
    await replaceByFile(file, context);
  }
}

async function replaceByFile(file: File, context: ImportContext): Promise<void> {
  const { workspace, notice } = context;
  workspace.readForm();
  const opened = await openFile(file, context);
  if (opened !== null) {
    workspace.replace(opened.answers, opened.original);
    notice.showMigrated(opened.messages);
  }
}

/** Read, assess, ask; the answers that are to be shown, or null when the present work stays. */
export async function openFile(file: File, context: ImportContext): Promise<Imported | null> {
  const { say, panel } = context;
  const { name } = file;
  panel.notice(KEY, null);
  const read = await readAnswers(file);
  if ("refusal" in read) {
    const text = say(`file.${read.refusal}`, { name, size: MAX_MEGABYTES });
    panel.notice(KEY, { tone: "bad", text });
    return null;
  }
  panel.notice(KEY, { tone: "neutral", text: say("file.waiting", { name }) });
  const opened = await assessImport(read, KEY, name, context);
  if (opened === null || !(await isAccepted(name, context))) {
    return null;
  }
  panel.announce(say("status.opened", { name }));
  return opened;
}

/**
 * Let the rules migrate and assess what was read; null when the reader was told why it is not opened.
 *
 * @param key The key of what is told.
 * @param name What the reader calls it.
 */
export async function assessImport(
  { text, document, source }: ReadAnswers,
  key: string,
  name: string,
  context: ImportContext,
): Promise<Imported | null> {
  const assessed = await context.assess(text);
  const refused = await refusal(assessed?.outcome ?? null, name, source, context);
  context.panel.notice(key, refused);
  return assessed === null || refused !== null ? null : imported(document as Answers, assessed);
}

function imported(original: Answers, { answers, messages }: AssessedImport): Imported {
  const isMigrated = messages.length > 0;
  return { original, answers: isMigrated ? answers : original, messages: isEmpty(original) ? [] : messages };
}

/** What is to be said instead of opening; null when nothing is wrong. */
async function refusal(
  outcome: Outcome | null,
  name: string,
  source: string | undefined,
  { say, form }: ImportContext,
): Promise<Notice | null> {
  if (outcome === null) {
    return { tone: "bad", text: say("file.not_checked", { name }) };
  }
  if (outcome.faults.length === 0) {
    return null;
  }
  const places = await placesOf(outcome.faults, source, form, say);
  const faults = outcome.faults.map((fault, index) => ({ fault, place: places[index] ?? "" }));
  return { tone: "bad", text: say("file.faults", { name }), faults };
}

async function isAccepted(name: string, { say, workspace }: ImportContext): Promise<boolean> {
  return workspace.isEmpty || confirmLoss(say, "replace", { name });
}
