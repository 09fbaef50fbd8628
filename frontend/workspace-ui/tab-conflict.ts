/** Another tab works on this assessment now: what the reader can do with what stands here. */

import { asCopy } from "./actions.js";
import type { Workbench } from "../workspace/workspace.js";

/** Go on with what the other tab made of it; what stood here can be brought back. */
export async function takeNewest(bench: Workbench): Promise<void> {
  const before = bench.page.session.answers;
  await bench.turnTo(bench.keeper?.id ?? "");
  bench.noteChange(before);
}

/** Keep what stands here as an assessment beside the other tab's. */
export async function keepAsCopy(bench: Workbench): Promise<void> {
  const { session, say, modes } = bench.page;
  const id = await bench.keeper?.add(asCopy(session.answers, say), modes.mode);
  await bench.turnTo(id ?? "");
}
