/** Save all that this browser keeps as one archive, which this page opens again. */

import { forRules } from "../answers/document.js";
import { nameOfAnswers } from "../answers/title.js";
import { download } from "../lib/download.js";
import { today } from "../lib/format.js";
import type { PageContext } from "../ui/page-context.js";
import type { Workspace } from "../workspace/workspace.js";

const KEY = "take";

/** Each assessment as a file of answers, as it stands now; nothing else goes along. */
export async function saveAll({ say, panel }: PageContext, workspace: Workspace): Promise<void> {
  workspace.readForm();
  panel.notice(KEY, null);
  const writer = await import("./archive.js").catch(() => null);
  if (writer === null) {
    panel.notice(KEY, { tone: "bad", text: say("take.failed") });
    return;
  }
  const documents = workspace.saved.assessments.map(({ id, answers }) => workspace.answersOf(id) ?? answers);
  const entries = documents.map((answers) => ({
    name: nameOfAnswers(answers, say),
    text: `${JSON.stringify(forRules(answers), null, 2)}\n`,
  }));
  const name = say("many.file", { date: today() });
  download(name, writer.pack(entries), "application/zip");
  panel.announce(say("take.saved", { name }));
}
