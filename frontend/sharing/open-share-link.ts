/** Open: answers that come along in the address, opened beside the present work, never in its place. */

import { readJson } from "../answers/read-file.js";
import { isAnswers } from "../answers/document.js";
import { nameOfAnswers } from "../answers/title.js";
import { ageOf } from "../answers/norm-version.js";
import { canSqueeze, carriesAnswers, fromFragment, screenIn } from "../answers/share-link.js";
import { confirm } from "../ui/dialog.js";
import type { Notice } from "../ui/status-panel.js";
import { assessImport, type ImportContext, type Imported } from "../import-export/open-file.js";

const KEY = "link";

/** Opens answers as an assessment of their own; tells whether they show, and the reader unless a notice does. */
type OpenAsNew = (answers: Imported["answers"], original: Imported["original"], isQuiet: boolean) => Promise<boolean>;

export interface LinkContext extends ImportContext {
  openAsNew: OpenAsNew;
  /** Says of the screen that shows what was filled in there. */
  tellHere(notice: Notice): void;
  /** Goes to a screen by its address; tells whether there is one. */
  goTo(screen: string): boolean;
}

/** Open what the address carries, if it does; the address carries it no longer afterwards. */
export async function openAddress(context: LinkContext): Promise<void> {
  const { panel, say, notice } = context;
  const fragment = location.hash;
  if (!carriesAnswers(fragment)) {
    return;
  }
  history.replaceState(history.state, "", location.pathname + location.search);
  const screen = screenIn(fragment);
  if (isFromThisSite() && (await applyAtOnce(fragment, context))) {
    context.goTo(screen);
    return;
  }
  panel.notice(KEY, { tone: "neutral", text: say("share.waiting") });
  const received = await receive(fragment, context);
  if (received === null || !(await open(received, screen, context))) {
    return;
  }
  notice.showMigrated(received.messages);
}

/** A link that opens on a screen was made to be looked at, and is not asked about: one's own work stays as it is. */
async function open({ answers, original }: Imported, screen: string, context: LinkContext): Promise<boolean> {
  const { say, workspace } = context;
  const own = workspace.isEmpty ? null : workspace.saved.id;
  if (screen === "") {
    return (await confirm(say, "arrived")) && context.openAsNew(answers, original, false);
  }
  const isOpen = await context.openAsNew(answers, original, true);
  if (isOpen) {
    context.goTo(screen);
    tellWhose(own, context);
  }
  return isOpen;
}

/** Say whose answers these are, with the way back to one's own. */
function tellWhose(own: string | null, { panel, say, workspace }: LinkContext): void {
  const back = (): void => {
    panel.notice(KEY, null);
    void workspace.switchTo(own ?? "");
  };
  const actions = own === null || !workspace.saved.isAvailable ? [] : [{ label: say("shared.back"), act: back }];
  panel.notice(KEY, { tone: "neutral", text: say("shared.text", { name: nameOfAnswers(workspace.answers, say) }), actions });
}

/** Whether the link stood on a page of this guide: what it carries was chosen there a moment ago. */
function isFromThisSite(): boolean {
  return location.protocol === "file:" || `${document.referrer}`.startsWith(`${location.origin}/`);
}

/**
 * Show what the reader answered on the page before, without waiting for the rules or asking: nothing is lost by it, and
 * it can be taken back. Tells whether it shows.
 */
async function applyAtOnce(fragment: string, { tellHere, say, workspace, norm }: LinkContext): Promise<boolean> {
  const read = canSqueeze() ? readJson((await fromFragment(fragment)) ?? "") : null;
  if (read === null || "refusal" in read || !isAnswers(read.document) || ageOf(read.document, norm) !== "same") {
    return false;
  }
  if (!workspace.isEmpty) {
    return false; // asked only now: reading the link took a moment, in which something may have been answered
  }
  workspace.replace(read.document);
  const undo = (): void => void workspace.undo();
  tellHere({ tone: "neutral", text: say("applied.text"), actions: [{ label: say("applied.undo"), act: undo }] });
  return true;
}

/** The answers, once the rules have nothing against them; null when the reader was told why not. */
async function receive(fragment: string, context: ImportContext): Promise<Imported | null> {
  const { panel, say } = context;
  if (!canSqueeze()) {
    panel.notice(KEY, { tone: "bad", text: say("share.unable") });
    return null;
  }
  const read = readJson((await fromFragment(fragment)) ?? "");
  if (read === null || "refusal" in read) {
    const newer = read?.refusal === "newer";
    panel.notice(KEY, { tone: "bad", text: say(newer ? "share.newer" : "share.broken") });
    return null;
  }
  return assessImport(read, KEY, say("share.name"), context);
}
