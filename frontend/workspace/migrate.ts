/** Migration: answers of an earlier version of the norm come along to the page's, wherever they came from. */

import { changedNames } from "../answers/diff.js";
import type { Answers } from "../answers/document.js";
import type { Outcome } from "../contract/outcome.js";
import type { RulesClient } from "../runtime/worker-client.js";
import type { Workspace } from "./workspace.js";

/** The rules, as far as they are asked here. */
type Rules = Pick<RulesClient, "ask" | "assess">;

/** What became of the open answers. */
export interface MigrationResult {
  /** Whether they can be assessed; not when they are of a newer version, or the worker failed. */
  state: "ready" | "newer" | "failed";
  /** What happened to them on the way, for whoever gave them. */
  messages: readonly string[];
}

/** Answers that were migrated and assessed before they are shown. */
export interface AssessedImport {
  /** As they are now. */
  answers: Answers;
  /** What happened to them on the way. */
  messages: readonly string[];
  outcome: Outcome;
}

/**
 * Migrate the answers that are open to this page's norm.
 *
 * @param isFaulty The rules refuse them as they are: an id of theirs may be gone, though they are not of an earlier norm.
 */
export async function migrateOpen(workspace: Workspace, rules: Rules, isFaulty = false): Promise<MigrationResult> {
  for (;;) {
    const { answers, age } = workspace;
    if (age === "newer" || (age !== "older" && !isFaulty)) {
      return { state: age === "newer" ? "newer" : "ready", messages: [] };
    }
    const migrated = await rules.ask("migrate", JSON.stringify(answers));
    if (migrated === null) {
      return { state: "failed", messages: [] };
    }
    if (workspace.answers === answers) {
      const messages = workspace.isEmpty ? [] : migrated.told;
      if (migrated.told.length > 0 || changedNames(answers, migrated.answers as Answers).length > 0) {
        workspace.adoptMigrated(migrated.answers as Answers);
      }
      return { state: "ready", messages };
    }
    // Something was answered meanwhile, or another assessment opened: that is what must come along.
  }
}

/** Migrate a text, and assess it as it is then; null when the worker failed. */
export async function migrateAndAssess(text: string, date: string, rules: Rules): Promise<AssessedImport | null> {
  const migrated = await rules.ask("migrate", text);
  if (migrated === null) {
    return null;
  }
  const { answers, told: messages, faults } = migrated;
  const outcome =
    faults.length > 0
      ? { view: null, unneeded: [], remarks: [], appendix: [], faults }
      : await rules.assess(JSON.stringify(answers), date);
  return outcome && { answers: answers as Answers, messages, outcome };
}
