/** Answers that come along in the address: opened beside the present work, never in its place. */

import type { Answers } from "../answers/document.js";
import { checkShape } from "../answers/read-file.js";
import { carriesAnswers, fromFragment } from "../answers/share-link.js";
import { confirm } from "../ui/dialog.js";
import type { Workspace } from "../workspace/workspace.js";
import { type ImportContext, refusal } from "./open-file.js";

const KEY = "link";

/** Open what the address carries, if it does; the address carries it no longer afterwards. */
export async function openAddress(workspace: Workspace, opening: ImportContext): Promise<void> {
  const { panel, say } = opening;
  const fragment = location.hash;
  if (!carriesAnswers(fragment)) {
    return;
  }
  history.replaceState(history.state, "", location.pathname + location.search);
  panel.notice(KEY, { tone: "neutral", text: say("share.waiting") });
  const answers = await received(fragment, opening);
  if (answers !== null && (await confirm(say, "arrived"))) {
    await workspace.add(answers);
  }
}

/** The answers, once the rules have nothing against them; null when the reader was told why not. */
async function received(fragment: string, opening: ImportContext): Promise<Answers | null> {
  const { panel, say } = opening;
  const document = await fromFragment(fragment);
  const read = checkShape(document, JSON.stringify(document));
  if (document === null || "refusal" in read) {
    const newer = "refusal" in read && read.refusal === "newer";
    panel.notice(KEY, { tone: "bad", text: say(newer ? "share.newer" : "share.broken") });
    return null;
  }
  const refused = refusal(await opening.judge(read.text), say("share.name"), opening);
  panel.notice(KEY, refused);
  return refused === null ? (document as Answers) : null;
}
