/** The result that follows the answers: assessed again at every change, the newest answers always last. */

import { versionIn } from "../answers/norm-version.js";
import { ownNameOf } from "../answers/title.js";
import type { Outcome } from "../contract/outcome.js";
import type { SummaryMoney } from "../contract/view.js";
import type { Step } from "../contract/worker.js";
import type { FormNavigation } from "../form/navigation.js";
import { showRemarks } from "../form/remarks.js";
import type { ValidationMessages } from "../form/validation-messages.js";
import { runLatest, Signal, yieldToBrowser } from "../lib/async.js";
import { type MissingFeature, missingFeature } from "../lib/browser-support.js";
import type { Explanations } from "../result/explanations.js";
import type { AssessedAnswers, ResultPanel } from "../result/result-panel.js";
import type { RulesClient } from "../runtime/worker-client.js";
import type { PageContext } from "../ui/page-context.js";
import type { Elements } from "../ui/page-elements.js";
import type { ScrollAnchor } from "../ui/scroll-anchor.js";
import { FAILURE } from "../ui/status-panel.js";
import type { WhatIf } from "../what-if/what-if.js";
import { type AssessedImport, migrateAndAssess, migrateOpen } from "../workspace/migrate.js";
import type { Workspace } from "../workspace/workspace.js";
import type { MigrationNotice } from "./migration-notice.js";
import type { RemovedAnswers } from "./removed-answers.js";

/** The keys of what is said when the rules take long, and when they are started again. */
const SLOW = "slow";
const RESTART = "restart";

/** What is assessed, with what, and the parts of the page that show what comes of it. */
export interface LiveResultParts {
  page: PageContext;
  elements: Pick<Elements, "result" | "retry" | "outcome" | "printedName">;
  workspace: Workspace;
  rules: RulesClient;
  result: ResultPanel;
  explanations: Explanations;
  navigation: FormNavigation;
  errors: ValidationMessages;
  anchor: ScrollAnchor;
  whatIf: WhatIf;
  removed: RemovedAnswers;
  notice: MigrationNotice;
  /** The day of the report, ISO. */
  date(): string;
  /** Hears the price of each result, or that there is none. */
  priced(money: SummaryMoney | null): void;
  /** There is a result to take along. */
  enableExport(): void;
}

export class LiveResult {
  readonly #parts: LiveResultParts;
  /** Released when there is a result, or can be none. */
  readonly #settled = new Signal();
  /** Whether the rules are being started again, of which no result has come yet. */
  #isRestarting = false;
  /** What was assessed before it shows, such as a file that is opened: it is not assessed again for that. */
  #imported: (AssessedAnswers & { outcome: Outcome }) | null = null;

  readonly #assessAgain = runLatest(
    () => this.#assess(),
    () => this.#parts.elements.result.setAttribute("aria-busy", "false"),
  );

  constructor(parts: LiveResultParts) {
    this.#parts = parts;
  }

  /** Wait until the next result shows, or there can be none. */
  settled(): Promise<void> {
    return this.#settled.wait();
  }

  /** Assess the answers as they are now, as soon as the rules can. */
  update(): void {
    const { rules, elements } = this.#parts;
    if (rules.isReady) {
      elements.result.setAttribute("aria-busy", "true");
      this.#assessAgain(undefined);
    }
  }

  /** Migrate and assess a text that comes in, as soon as the rules can; null when they failed. */
  async assessImport(text: string): Promise<AssessedImport | null> {
    await this.whenReady();
    const date = this.#parts.date();
    const found = await migrateAndAssess(text, date, this.#parts.rules);
    this.#imported = found && { answers: JSON.stringify(found.answers), date, outcome: found.outcome };
    return found;
  }

  /** Wait until the rules are ready, or have failed. */
  async whenReady(): Promise<void> {
    const { rules, elements } = this.#parts;
    if (!rules.isReady && elements.retry.hidden && missingFeature() === null) {
      await this.settled();
    }
  }

  /** An answer of the rules takes long, or no longer does. */
  showSlow(isSlow: boolean): void {
    const { panel, say } = this.#parts.page;
    panel.notice(SLOW, isSlow ? { tone: "neutral", text: say("step.slow") } : null);
  }

  /** The rules stopped, and start again by themselves. */
  showRestarting(): void {
    const { panel, say } = this.#parts.page;
    this.#isRestarting = true;
    panel.notice(RESTART, { tone: "attention", text: say("failed.restarting") });
  }

  /** The rules failed, at this step of starting or after it. */
  showFailure(step: Step): void {
    const { page, result } = this.#parts;
    const stale = result.isThere ? ` ${page.say("failed.stale")}` : "";
    this.#end(`${page.say(`failed.${step}`)}${stale}`, true);
  }

  /** This browser lacks what the rules cannot do without. */
  showMissing(feature: MissingFeature): void {
    this.#end(this.#parts.page.say(`lacking.${feature}`), false);
  }

  async #assess(isFaulty = false): Promise<void> {
    const { workspace, rules, notice, explanations } = this.#parts;
    const { state, messages } = await migrateOpen(workspace, rules, isFaulty);
    notice.showMigrated(messages);
    if (state !== "ready") {
      return state === "newer" ? this.#showNewer() : undefined;
    }
    const asked = { answers: JSON.stringify(workspace.forRules), date: this.#parts.date() };
    const outcome = await this.#outcomeOf(asked);
    if (outcome !== null && outcome.faults.length > 0 && !isFaulty) {
      return this.#assess(true);
    }
    if (outcome !== null) {
      await (outcome.view && explanations.refetchOpen(asked.answers, asked.date));
      this.#endProgress();
      await this.#show(outcome, asked);
      this.#settled.release();
    }
  }

  async #outcomeOf({ answers, date }: AssessedAnswers): Promise<Outcome | null> {
    const imported = this.#imported;
    this.#imported = null;
    const isSame = imported?.answers === answers && imported.date === date;
    return isSame ? imported.outcome : this.#parts.rules.assess(answers, date);
  }

  async #show({ view, ...outcome }: Outcome, assessed: AssessedAnswers): Promise<void> {
    const { page, elements, workspace, errors, result, anchor, whatIf } = this.#parts;
    const { panel, say } = page;
    if (errors.show(outcome.faults) || view === null) {
      panel.tell(""); // the summary of the errors announces itself
      return;
    }
    const message = result.isThere ? "status.updated" : "status.ready";
    anchor.keepInPlace(() => this.#showInForm(outcome));
    // The first result is drawn from nothing, which takes as long again.
    await (result.isThere ? undefined : yieldToBrowser());
    anchor.keepInPlace(() => result.show(view, assessed));
    elements.outcome.textContent = view.summary.strip;
    this.#parts.priced(view.summary.money);
    elements.printedName.textContent = ownNameOf(workspace.answers);
    if (!whatIf.isCurious) {
      panel.announceSoon(say(message, { headline: view.headline }));
    }
    whatIf.refetch();
    this.#parts.enableExport();
    await result.complete();
    this.#parts.explanations.fetchUnfolded();
  }

  #showInForm({ unneeded, remarks, appendix }: Omit<Outcome, "view">): void {
    const { page, navigation, removed } = this.#parts;
    showRemarks(page.form, remarks);
    navigation.setUnneeded(unneeded);
    removed.show(appendix);
  }

  /** The rules cannot assess answers of a newer norm, and what shows is not about them. */
  #showNewer(): void {
    const { page, workspace, errors, notice, result } = this.#parts;
    this.#endProgress();
    errors.show([]);
    notice.showNewer(versionIn(workspace.answers));
    result.clear();
    this.#parts.priced(null);
    page.panel.tell("");
    this.#settled.release();
  }

  #endProgress(): void {
    const { panel, say } = this.#parts.page;
    panel.endProgress(false);
    panel.notice(FAILURE, null);
    panel.notice(RESTART, this.#isRestarting ? { tone: "neutral", text: say("failed.restarted") } : null);
    this.#isRestarting = false;
  }

  /** There will be no result, unless the reader tries again where that can help. */
  #end(text: string, canRetry: boolean): void {
    const { panel } = this.#parts.page;
    this.#isRestarting = false;
    panel.endProgress(canRetry);
    panel.notice(RESTART, null);
    panel.notice(FAILURE, { tone: "bad", text });
    panel.tell("");
    this.#settled.release();
  }
}
