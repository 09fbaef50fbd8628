/** What the reader does with whole assessments: begin, name, copy and remove them. */

import { type Answers, emptyAnswers, forRules, renamed } from "../answers/document.js";
import { MAX_NAME_LENGTH, nameOfAnswers } from "../answers/title.js";
import { download } from "../lib/download.js";
import { today } from "../lib/format.js";
import type { Say } from "../lib/messages.js";
import type { CorruptRecord } from "../storage/database.js";
import { askName, sure } from "../ui/dialog.js";
import type { Workspace } from "../workspace/workspace.js";
import { showCompared } from "./compare-dialog.js";

export async function startNew(workspace: Workspace): Promise<void> {
  const name = await askName(workspace.page.say, "begin", "");
  if (name !== null) {
    workspace.begin(name);
  }
}

export async function rename(workspace: Workspace, id: string): Promise<void> {
  const title = workspace.answersOf(id)?.["title"];
  const name = await askName(workspace.page.say, "rename", typeof title === "string" ? title : "");
  if (name === null) {
    return;
  }
  if (workspace.isOpen(id)) {
    workspace.amend(renamed(workspace.page.session.answers, name), "title");
  } else {
    await workspace.autosave?.rewrite(id, (newest) => renamed(newest, name));
  }
}

export async function copy(workspace: Workspace, id: string): Promise<void> {
  const { say, panel } = workspace.page;
  const answers = workspace.answersOf(id);
  if (answers !== null) {
    await workspace.autosave?.add(asCopy(answers, say), workspace.modeOf(id));
    panel.announce(say("status.copied", { name: nameOfAnswers(answers, say) }));
  }
}

/** Lay an assessment beside the one that is open. */
export async function compare(workspace: Workspace, id: string): Promise<void> {
  const { say, panel, session } = workspace.page;
  session.read();
  const other = workspace.answersOf(id);
  if (other === null) {
    panel.announce(say("work.gone"));
    return;
  }
  const both = [session.complete, forRules(other)];
  const compared = await workspace.page.compare(both);
  if (compared === null) {
    panel.announce(say("compare.not_now"));
  } else {
    await showCompared(compared, both.map((answers) => nameOfAnswers(answers, say)), say);
  }
}

export async function remove(workspace: Workspace, id: string): Promise<void> {
  const { say, panel } = workspace.page;
  const name = nameOfAnswers(workspace.answersOf(id) ?? emptyAnswers(), say);
  if (!(await sure(say, "remove", { name }))) {
    return;
  }
  const wasOpen = workspace.isOpen(id);
  await workspace.autosave?.remove(id);
  if (wasOpen) {
    workspace.begin("");
  }
  panel.announce(say("status.removed", { name }));
}

export async function discardCorrupt(workspace: Workspace, damaged: CorruptRecord): Promise<void> {
  if (await sure(workspace.page.say, "forget")) {
    await workspace.store?.discardCorrupt(damaged.id);
  }
}

/** The same answers under a name that says they are a copy. */
export function asCopy(answers: Answers, say: Say): Answers {
  const name = say("work.copy_name", { name: nameOfAnswers(answers, say) });
  return renamed(answers, name.slice(0, MAX_NAME_LENGTH));
}

/** Save what was found as it was, as far as a file can hold it. */
export function saveRaw(record: unknown, say: Say): void {
  let text: string;
  try {
    text = JSON.stringify(record, null, 2) ?? String(record);
  } catch {
    text = String(record);
  }
  download(say("damaged.file", { date: today() }), `${text}\n`);
}
