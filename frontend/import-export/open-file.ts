/** Opening a file of answers: nothing of the present work changes before the file is judged and accepted. */

import type { Answers } from "../answers/document.js";
import { MAX_MEGABYTES, readAnswers } from "../answers/read-file.js";
import type { Fault, Outcome } from "../contract/outcome.js";
import { addressOf, nameOf } from "../form/fields.js";
import type { Say } from "../lib/messages.js";
import { confirmLoss } from "../ui/dialog.js";
import type { Notice, StatusPanel } from "../ui/status-panel.js";
import type { Session } from "../workspace/session.js";

const KEY = "file";

export interface ImportContext {
  say: Say;
  panel: StatusPanel;
  session: Session;
  form: HTMLFormElement;
  /** Let the rules judge a text; null when they cannot. */
  judge(text: string): Promise<Outcome | null>;
}

/** Read, judge, ask; the answers that are to be shown, or null when the present work stays. */
export async function openFile(file: File, opening: ImportContext): Promise<Answers | null> {
  const { say, panel } = opening;
  const { name } = file;
  panel.notice(KEY, null);
  const read = await readAnswers(file);
  if ("refusal" in read) {
    const text = say(`file.${read.refusal}`, { name, size: MAX_MEGABYTES });
    panel.notice(KEY, { tone: "bad", text });
    return null;
  }
  panel.notice(KEY, { tone: "neutral", text: say("file.waiting", { name }) });
  const refused = refusal(await opening.judge(read.text), name, opening);
  panel.notice(KEY, refused);
  if (refused !== null || !(await accepted(name, opening))) {
    return null;
  }
  panel.announce(say("status.opened", { name }));
  return read.document as Answers;
}

/** Faults as a notice shows them, each with its place in the form where it has one. */
export function placed(faults: Fault[], form: HTMLFormElement, say: Say): Notice["faults"] {
  return faults.map((fault) => {
    const place = fault.path.join(".") || say("fault.whole");
    const name = nameOf(form, fault.path);
    return { fault, place, address: name === null ? null : addressOf(form, name) };
  });
}

/** What is to be said instead of opening; null when nothing is wrong. */
export function refusal(outcome: Outcome | null, name: string, { say, form }: ImportContext): Notice | null {
  if (outcome === null) {
    return { tone: "bad", text: say("file.not_checked", { name }) };
  }
  if (outcome.faults.length === 0) {
    return null;
  }
  const faults = placed(outcome.faults, form, say)?.map((entry) => ({ ...entry, address: null }));
  return { tone: "bad", text: say("file.faults", { name }), ...(faults ? { faults } : {}) };
}

async function accepted(name: string, { say, session }: ImportContext): Promise<boolean> {
  return session.isEmpty || confirmLoss(say, "replace", { name });
}
