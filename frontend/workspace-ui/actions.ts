/** What the reader does with whole assessments: each asks first, changes the workspace, and says what came of it. */

import { countOf } from "../answers/diff.js";
import { type Answers, emptyAnswers, forRules } from "../answers/document.js";
import { nameOfAnswers, nameOfCopy } from "../answers/title.js";
import type { Compared } from "../contract/comparison.js";
import { describeChange } from "../form/labels.js";
import { download } from "../lib/download.js";
import { moment, today } from "../lib/format.js";
import type { Say } from "../lib/messages.js";
import { forgetSnapshots } from "../runtime/snapshot-cache.js";
import type { RemovedAssessment } from "../storage/assessment-store.js";
import type { CorruptRecord, Version } from "../storage/database.js";
import { forgetNotes } from "../storage/page-notes.js";
import { askName, confirmLoss } from "../ui/dialog.js";
import type { PageContext } from "../ui/page-context.js";
import type { SwitchResult, Workspace } from "../workspace/workspace.js";
import { showCompared } from "./compare-dialog.js";
import type { SavedListActions } from "./saved-list.js";
import type { StorageStatus } from "./save-status.js";

type Values = Record<string, string | number>;

export interface ActionContext {
  page: PageContext;
  workspace: Workspace;
  status: StorageStatus;
  /** Lay assessments side by side, as soon as the rules can; null when they failed. */
  compare(documents: Answers[]): Promise<Compared | null>;
}

/** What the list of what is kept can do. */
export function savedListActions(context: ActionContext): SavedListActions {
  const start = (work: () => Promise<void>): void => guarded(work, context);
  return {
    undo: () => step("undo", context),
    redo: () => step("redo", context),
    startNew: () => start(() => startNew(context)),
    turnTo: (id) => start(async () => tellSwitch(await context.workspace.switchTo(id), context)),
    rename: (id) => start(() => rename(id, context)),
    compare: (id) => void compareSaved([context.workspace.saved.id, id], context),
    copy: (id) => start(() => copy(id, context)),
    remove: (...ids) => start(() => remove(ids, context)),
    restoreVersion: (version) => restoreVersion(version, context),
    saveCorrupt: ({ record }) => saveRaw(record, context.page.say),
    discardCorrupt: (corrupt) => start(() => discardCorrupt(corrupt, context)),
  };
}

/** Do something with what is kept, and tell when the browser refuses. */
export function guarded(work: () => Promise<void>, { status }: ActionContext): void {
  void work().catch((error: unknown) => status.showError(error));
}

/** Say what became of turning to another assessment. */
export function tellSwitch(result: SwitchResult, { page, workspace, status }: ActionContext): void {
  const { panel, say } = page;
  if (result === "switched") {
    panel.announce(say("status.turned", { name: nameOfAnswers(workspace.answers, say) }));
  } else {
    status.showProblem("attention", result === "corrupt" ? "storage.damaged" : "work.gone");
  }
}

/**
 * Show answers as an assessment of their own; where nothing is kept in the place of these, if the reader agrees. Tells
 * whether they show.
 *
 * @param original What they were before they came along to this norm.
 * @param isQuiet Whether somebody else says what is open now.
 */
export async function openAsNew(answers: Answers, context: ActionContext, original = answers, isQuiet = false): Promise<boolean> {
  const { page, workspace, status } = context;
  const { say } = page;
  if (workspace.saved.isAvailable) {
    try {
      const result = await workspace.openAsNew(answers, "steps", original);
      if (!isQuiet || result !== "switched") {
        tellSwitch(result, context);
      }
      return result === "switched";
    } catch (error) {
      status.showError(error);
      return false;
    }
  }
  const isWanted = workspace.isEmpty || (await confirmLoss(say, "replace", { name: say("share.name") }));
  if (isWanted) {
    workspace.replace(answers, original);
  }
  return isWanted;
}

/** Forget everything, when the reader is sure; tells whether it was tried. */
export async function wipe({ page, workspace, status }: ActionContext): Promise<boolean> {
  const { panel, say } = page;
  if (!(await confirmLoss(say, "wipe"))) {
    return false;
  }
  await forgetSnapshots().catch(() => undefined); // no answers are in it; still the reader wants nothing left
  forgetNotes();
  panel.clear();
  try {
    await workspace.wipe();
    panel.clear(); // what was being kept meanwhile may have said so
    panel.announce(say("status.wiped"));
  } catch {
    status.showProblem("bad", "wipe.failed");
  }
  return true;
}

function step(way: "undo" | "redo", { page, workspace }: ActionContext): void {
  const { panel, say, form } = page;
  const done = workspace[way]();
  const text =
    done === null
      ? say(`status.no_${way}`)
      : say(`status.${way}`, { what: describeChange(done.before, done.after, form, say) });
  panel.announce(text);
}

async function startNew({ page, workspace }: ActionContext): Promise<void> {
  const name = await askName(page.say, "begin", "");
  if (name !== null) {
    workspace.startNew(name);
  }
}

async function rename(id: string, { page, workspace }: ActionContext): Promise<void> {
  const title = workspace.answersOf(id)?.["title"];
  const name = await askName(page.say, "rename", typeof title === "string" ? title : "");
  if (name !== null) {
    await workspace.rename(id, name);
  }
}

async function copy(id: string, { page, workspace }: ActionContext): Promise<void> {
  const { say, panel } = page;
  const answers = workspace.answersOf(id);
  if (answers !== null) {
    await workspace.copy(id, nameOfCopy(answers, say));
    panel.announce(say("status.copied", { name: nameOfAnswers(answers, say) }));
  }
}

/** Lay assessments side by side, the others held against the first. */
export async function compareSaved(ids: readonly string[], context: ActionContext): Promise<void> {
  const { workspace, page } = context;
  const { say, panel } = page;
  workspace.readForm();
  const found = ids.map((id) => workspace.answersOf(id)).filter((answers) => answers !== null);
  if (found.length < ids.length) {
    panel.announce(say("work.gone"));
    return;
  }
  const documents = found.map(forRules);
  const compared = await context.compare(documents);
  if (compared === null) {
    panel.announce(say("compare.not_now"));
  } else {
    await showCompared(compared, documents.map((answers) => nameOfAnswers(answers, say)), say);
  }
}

/** Remove assessments when the reader is sure; what goes is named, and it can be brought back. */
async function remove(ids: readonly string[], context: ActionContext): Promise<void> {
  const { page, workspace } = context;
  const { say, panel } = page;
  const found = ids.map((id) => workspace.answersOf(id) ?? emptyAnswers());
  const names = found.map((answers) => nameOfAnswers(answers, say));
  const [about, values] = told(names, found.map(countOf), page.language);
  if (!(await confirmLoss(say, about === "one" ? "remove" : "remove_many", values))) {
    return;
  }
  const open = ids.find((id) => workspace.isOpen(id)) ?? null;
  const removed = await workspace.remove(ids);
  const undo = { label: say("applied.undo"), act: () => guarded(() => bringBack(removed, open, names, context), context) };
  panel.announce(say(about === "one" ? "status.removed" : "status.removed_many", values), undo);
}

/** What a sentence about one or about several assessments fills in. */
function told(names: readonly string[], answers: readonly number[], language: string): ["one" | "many", Values] {
  const listed = new Intl.ListFormat(language, { type: "conjunction" }).format(names);
  const [name = "", ...others] = names;
  return others.length === 0
    ? ["one", { name, names: name, n: answers[0] ?? 0 }]
    : ["many", { name, names: listed, n: names.length }];
}

/** Bring back what was removed; what was open opens again, unless something new was begun meanwhile. */
async function bringBack(
  removed: readonly RemovedAssessment[],
  open: string | null,
  names: readonly string[],
  { page, workspace }: ActionContext,
): Promise<void> {
  await workspace.kept.bringBack(removed);
  if (open !== null && workspace.isEmpty) {
    await workspace.switchTo(open);
  }
  const [about, values] = told(names, [], page.language);
  page.panel.announce(page.say(about === "one" ? "status.brought_back_removed" : "status.brought_back_many", values));
}

function restoreVersion(version: Version, context: ActionContext): void {
  const { page, workspace } = context;
  workspace.restoreVersion(version);
  const undo = { label: page.say("applied.undo"), act: () => step("undo", context) };
  page.panel.announce(page.say("status.brought_back", { time: moment(version.saved_at, page.language) }), undo);
}

async function discardCorrupt(corrupt: CorruptRecord, { page, workspace }: ActionContext): Promise<void> {
  if (await confirmLoss(page.say, "forget")) {
    await workspace.kept.discardCorrupt(corrupt.id);
  }
}

/** Save what was found as it was, as far as a file can hold it. */
function saveRaw(record: unknown, say: Say): void {
  let text: string;
  try {
    text = JSON.stringify(record, null, 2) ?? String(record);
  } catch {
    text = String(record);
  }
  download(say("damaged.file", { date: today() }), `${text}\n`);
}
