/** What the reader does with whole assessments: begin, name, copy and remove them. */

import { type Answers, complete, emptyAnswers, renamed } from "../answers/document.js";
import { askName, LONGEST_NAME, sure } from "../ui/dialog.js";
import { showCompared } from "./compare-dialog.js";
import type { Damaged } from "../storage/database.js";
import { nameOfAnswers } from "./saved-list.js";
import type { Workbench } from "../workspace/workspace.js";
import { type Say, today } from "../lib/messages.js";
import { download } from "../answers/read-file.js";

export async function begin(bench: Workbench): Promise<void> {
  const name = await askName(bench.page.say, "begin", "");
  if (name !== null) {
    bench.begin(name);
  }
}

export async function rename(bench: Workbench, id: string): Promise<void> {
  const title = bench.answersOf(id)?.["title"];
  const name = await askName(bench.page.say, "rename", typeof title === "string" ? title : "");
  if (name === null) {
    return;
  }
  if (bench.isOpen(id)) {
    bench.amend(renamed(bench.page.session.answers, name), "title");
  } else {
    await bench.keeper?.rewrite(id, (newest) => renamed(newest, name));
  }
}

export async function copy(bench: Workbench, id: string): Promise<void> {
  const { say, panel } = bench.page;
  const answers = bench.answersOf(id);
  if (answers !== null) {
    await bench.keeper?.add(asCopy(answers, say), bench.modeOf(id));
    panel.announce(say("status.copied", { name: nameOfAnswers(answers, say) }));
  }
}

/** Lay an assessment beside the one that is open. */
export async function compare(bench: Workbench, id: string): Promise<void> {
  const { say, panel, session } = bench.page;
  session.read();
  const other = bench.answersOf(id);
  if (other === null) {
    panel.announce(say("work.gone"));
    return;
  }
  const both = [session.complete, complete(other)];
  const compared = await bench.page.compare(both);
  if (compared === null) {
    panel.announce(say("compare.not_now"));
  } else {
    await showCompared(compared, both.map((answers) => nameOfAnswers(answers, say)), say);
  }
}

export async function remove(bench: Workbench, id: string): Promise<void> {
  const { say, panel } = bench.page;
  const name = nameOfAnswers(bench.answersOf(id) ?? emptyAnswers(), say);
  if (!(await sure(say, "remove", { name }))) {
    return;
  }
  const wasOpen = bench.isOpen(id);
  await bench.keeper?.remove(id);
  if (wasOpen) {
    bench.begin("");
  }
  panel.announce(say("status.removed", { name }));
}

export async function forget(bench: Workbench, damaged: Damaged): Promise<void> {
  if (await sure(bench.page.say, "forget")) {
    await bench.store?.forgetDamaged(damaged.id);
  }
}

/** The same answers under a name that says they are a copy. */
export function asCopy(answers: Answers, say: Say): Answers {
  const name = say("work.copy_name", { name: nameOfAnswers(answers, say) });
  return renamed(answers, name.slice(0, LONGEST_NAME));
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
