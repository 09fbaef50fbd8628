/**
 * Tab conflict: another tab works on this assessment now (optimistic locking, in which the last to open it writes).
 * What the reader can do with what stands here.
 */

import { renamed } from "../answers/document.js";
import { nameOfCopy } from "../answers/title.js";
import { type ActionContext, guarded, tellSwitch } from "./actions.js";

const KEY = "tabs";

/** Offer both ways out as soon as it happens, until this tab writes again. */
export function bindTabConflict(context: ActionContext): void {
  const { page, workspace } = context;
  const { panel, say } = page;
  const way = (label: string, work: () => Promise<void>) => ({ label: say(label), act: () => guarded(work, context) });
  workspace.subscribe({
    takenOver: () => {
      const actions = [way("tabs.newest", () => takeNewest(context)), way("tabs.copy", () => keepAsCopy(context))];
      panel.notice(KEY, { tone: "bad", text: say("tabs.overtaken"), actions });
    },
    changed: (cause) => ["switched", "cleared", "removed"].includes(cause) && panel.notice(KEY, null),
  });
}

/** Go on with what the other tab made of it. */
async function takeNewest(context: ActionContext): Promise<void> {
  tellSwitch(await context.workspace.takeNewest(), context);
}

/** Keep what stands here as an assessment beside the other tab's. */
async function keepAsCopy(context: ActionContext): Promise<void> {
  const { workspace, page } = context;
  const copy = renamed(workspace.answers, nameOfCopy(workspace.answers, page.say));
  tellSwitch(await workspace.openAsNew(copy, workspace.mode), context);
}
