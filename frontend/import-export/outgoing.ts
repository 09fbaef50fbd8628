/** What leaves the page in a file or a link: answers that another page opens. */

import type { Answers } from "../answers/document.js";
import { pathOf, put } from "../answers/tree.js";
import { fullLabelOf } from "../form/labels.js";
import type { PageContext } from "../ui/page-context.js";
import type { Workspace } from "../workspace/workspace.js";

export const KEY = "left-out";

export interface OutgoingContext {
  page: PageContext;
  workspace: Workspace;
  /** The names of the questions whose answer is refused now. */
  refused(): string[];
}

/** The answers as they are now, without those that are refused: with one of them nobody could open the rest. */
export function outgoing({ page, workspace, refused }: OutgoingContext): Answers {
  workspace.readForm();
  const answers = structuredClone(workspace.forRules);
  const names = refused();
  for (const name of names) {
    put(answers, pathOf(name), undefined);
  }
  tellLeftOut(names, page);
  return answers;
}

function tellLeftOut(names: string[], { form, say, panel }: PageContext): void {
  const questions = names.map((name) => say("left_out.question", { question: fullLabelOf(form, name) })).join(", ");
  const text = say("left_out.text", { questions });
  panel.notice(KEY, names.length > 0 ? { tone: "attention", text } : null);
}
