/** Answers of an earlier version of the norm come along to the page's, wherever they came from. */

import type { Answers } from "../answers/document.js";
import { ageOf } from "../answers/norm-version.js";
import type { Migrated, Outcome } from "../contract/outcome.js";
import type { RulesClient } from "../runtime/client.js";
import type { Workspace } from "./workspace.js";

/** Whether the answers can be assessed; not when they are of a newer version, or the worker failed. */
export type MigrationResult = "ready" | "newer" | "failed";

/** Bring the answers that are open to this page's norm. */
export async function migrateOpen(workspace: Workspace, rules: RulesClient): Promise<MigrationResult> {
  const { session, norm } = workspace.page;
  for (;;) {
    const asked = session.answers;
    const age = ageOf(asked, norm);
    if (age !== "older") {
      return age === "newer" ? "newer" : "ready";
    }
    const carried = await rules.ask("carry", JSON.stringify(asked));
    if (carried === null) {
      return "failed";
    }
    if (session.answers === asked) {
      take(carried, workspace);
      return "ready";
    }
    // Something was answered meanwhile, or another assessment opened: that is what must come along.
  }
}

function take(carried: Migrated, workspace: Workspace): void {
  const { session, panel } = workspace.page;
  const wasEmpty = session.isEmpty;
  if (carried.told.length > 0) {
    workspace.takeCarried(carried.answers as Answers);
  }
  if (carried.told.length > 0 && !wasEmpty) {
    workspace.renewed.showMigrated(carried.told);
    panel.announce(carried.told.join(" "));
  }
}

/** Judge a text as it will be once it has come along; null when the worker failed. */
export async function migrateAndAssess(text: string, date: string, rules: RulesClient): Promise<Outcome | null> {
  const carried = await rules.ask("carry", text);
  if (carried === null || carried.faults.length > 0) {
    return carried && { view: null, asked: {}, idle: [], appendix: [], faults: carried.faults };
  }
  return rules.assess(JSON.stringify(carried.answers), date);
}
