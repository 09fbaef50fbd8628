/** Another tab works on this assessment now: what the reader can do with what stands here. */

import { asCopy } from "./actions.js";
import type { Workspace } from "../workspace/workspace.js";

/** Go on with what the other tab made of it; what stood here can be brought back. */
export async function takeNewest(workspace: Workspace): Promise<void> {
  const before = workspace.page.session.answers;
  await workspace.turnTo(workspace.autosave?.id ?? "");
  workspace.noteChange(before);
}

/** Keep what stands here as an assessment beside the other tab's. */
export async function keepAsCopy(workspace: Workspace): Promise<void> {
  const { session, say, modes } = workspace.page;
  const id = await workspace.autosave?.add(asCopy(session.answers, say), modes.mode);
  await workspace.turnTo(id ?? "");
}
