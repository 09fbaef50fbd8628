/** Answers of an earlier version of the norm come along to the page's, wherever they came from. */

import type { Answers } from "../answers/document.js";
import { ageOf } from "../answers/norm-version.js";
import type { Assessor } from "../runtime/client.js";
import type { Carried, Outcome } from "../contract/worker.js";
import type { Workbench } from "./workspace.js";

/** Whether the answers can be assessed; not when they are of a newer version, or the worker failed. */
export type Brought = "ready" | "newer" | "failed";

/** Bring the answers that are open to this page's norm. */
export async function bringAlong(bench: Workbench, assessor: Assessor): Promise<Brought> {
  const { session, norm } = bench.page;
  for (;;) {
    const asked = session.answers;
    const age = ageOf(asked, norm);
    if (age !== "older") {
      return age === "newer" ? "newer" : "ready";
    }
    const carried = await assessor.carry(JSON.stringify(asked));
    if (carried === null) {
      return "failed";
    }
    if (session.answers === asked) {
      take(carried, bench);
      return "ready";
    }
    // Something was answered meanwhile, or another assessment opened: that is what must come along.
  }
}

function take(carried: Carried, bench: Workbench): void {
  const { session, panel } = bench.page;
  const wasEmpty = session.isEmpty;
  if (carried.told.length > 0) {
    bench.takeCarried(carried.answers as Answers);
  }
  if (carried.told.length > 0 && !wasEmpty) {
    bench.renewed.carried(carried.told);
    panel.announce(carried.told.join(" "));
  }
}

/** Judge a text as it will be once it has come along; null when the worker failed. */
export async function judgeCarried(text: string, date: string, assessor: Assessor): Promise<Outcome | null> {
  const carried = await assessor.carry(text);
  if (carried === null || carried.faults.length > 0) {
    return carried && { view: null, asked: {}, idle: [], appendix: [], faults: carried.faults };
  }
  return assessor.assess(JSON.stringify(carried.answers), date);
}
