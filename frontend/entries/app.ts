/** The self-assessment page: the form that is there already, the rules in their worker, and what is kept. */

import { ageOf, versionIn } from "../answers/norm-version.js";
import type { Outcome, Step } from "../contract/worker.js";
import { excludeOthers, normOf, showAsked } from "../form/fields.js";
import { ModeSwitch } from "../form/mode-switch.js";
import { FormNavigation } from "../form/navigation.js";
import { ValidationMessages } from "../form/validation-messages.js";
import { bindExportButtons } from "../import-export/buttons.js";
import { openFile } from "../import-export/open-file.js";
import { openAddress } from "../import-export/open-share-link.js";
import { saveAsYaml, share } from "../import-export/share.js";
import { runLatest, Signal, yieldToBrowser } from "../lib/async.js";
import { missingFeature } from "../lib/browser-support.js";
import { download } from "../lib/download.js";
import { today } from "../lib/format.js";
import { readMessages } from "../lib/messages.js";
import { formComplete, markStarting } from "../lib/page-phase.js";
import { Explanations } from "../result/explanations.js";
import { type AssessedAnswers, ResultPanel } from "../result/result-panel.js";
import { RulesClient } from "../runtime/client.js";
import { locateApp } from "../runtime/location.js";
import { findElements } from "../ui/page-elements.js";
import { ScrollAnchor } from "../ui/scroll-anchor.js";
import { FAILURE, StatusPanel } from "../ui/status-panel.js";
import { WhatIf } from "../what-if/what-if.js";
import { RemovedAnswers } from "../workspace-ui/removed-answers.js";
import { migrateAndAssess, migrateOpen } from "../workspace/migrate.js";
import { Session } from "../workspace/session.js";
import { Workspace } from "../workspace/workspace.js";

const place = locateApp(import.meta.url);
const language = document.documentElement.lang;
const elements = findElements();
const { form } = elements;
const norm = normOf(form);
const say = readMessages(document.getElementById("kmop-messages"));
const panel = new StatusPanel(say, elements);
const session = new Session(form);
const steady = new ScrollAnchor(form);
const walk = new FormNavigation(form, say, (text) => panel.announce(text));
const modes = new ModeSwitch(form, modeChanged, () => walk.from("part-checks"));
const errors = new ValidationMessages(form, elements.date, say, showStale);
const rules = new RulesClient(
  place.worker,
  place.runtime,
  {
    progressed: (progress) => panel.showProgress(progress, language),
    ready: firstResult,
    failed: showFailure,
  },
);

const letTake = bindExportButtons({
  say,
  panel,
  folder: async () => (isNewer() ? null : rules.folder(JSON.stringify(session.complete), reportDate())),
});

const why = new Explanations(elements.view, say, (...asked) => rules.explain(...asked), () => result.draw());
const result = new ResultPanel({
  ...{ say, panel, form, why, view: elements.view, report: elements.report },
  ask: ({ answers, date }) => rules.report(answers, date),
});

const workspace = new Workspace({
  ...{ say, language, panel, session, form, modes, norm },
  place: elements.keeping,
  refresh,
  compare: async (documents) => {
    await settling();
    return rules.compare(JSON.stringify(documents), reportDate());
  },
});

const whatIf = new WhatIf(
  {
    ...{ say, language, panel, form },
    answers: () => session.answers,
    ask: () => rules.whatIf(JSON.stringify(session.complete), reportDate()),
    amend: (answers, what) => {
      workspace.amend(answers, what);
      refresh();
    },
    replace: (answers) => {
      workspace.replace(answers);
      refresh();
    },
    add: (answers) => workspace.add(answers),
    keepInPlace: (draw) => steady.keepInPlace(draw),
  },
  elements.whatIf,
);

const appendix = new RemovedAnswers(workspace);
const opening = { say, panel, session, form, judge };

/** Opens when the worker is ready, or has failed. */
const settled = new Signal();
markStarting(settled.wait());

const assessAgain = runLatest(
  async () => {
    const brought = await migrateOpen(workspace, rules);
    if (brought !== "ready") {
      return brought === "newer" ? showNewer() : undefined;
    }
    const [answers, date] = [JSON.stringify(session.complete), reportDate()];
    const outcome = await rules.assess(answers, date);
    if (outcome !== null) {
      await (outcome.view && why.refetchOpen(answers, date));
      started();
      await showOutcome(outcome, { answers, date });
      settled.release();
    }
  },
  () => elements.result.setAttribute("aria-busy", "false"),
);

function reportDate(): string {
  return elements.date.value || today();
}

function changed(): void {
  workspace.read();
  panel.notice("file", null); // about a file that was refused: read by now
  refresh();
}

function refresh(): void {
  walk.update();
  whatIf.update();
  if (rules.isReady) {
    elements.result.setAttribute("aria-busy", "true");
    assessAgain(undefined);
  }
}

function modeChanged(): void {
  walk.update();
  workspace.autosave?.saveMode(modes.mode);
}

// ---------------------------------------------------------------- results

function firstResult(): void {
  session.read();
  panel.showProgress({ step: "first", loaded: 0, total: 0 }, language);
  refresh();
}

async function showOutcome({ view, ...outcome }: Outcome, judged: AssessedAnswers): Promise<void> {
  if (errors.show(outcome.faults) || view === null) {
    panel.announce(""); // the summary of the errors announces itself
    return;
  }
  const said = result.isThere ? "status.updated" : "status.ready";
  steady.keepInPlace(() => {
    showAsked(form, outcome.asked);
    walk.setUnneeded(outcome.idle);
    appendix.show(outcome.appendix);
  });
  // The first result is drawn from nothing, which takes as long again.
  await (result.isThere ? undefined : yieldToBrowser());
  steady.keepInPlace(() => result.show(view, judged));
  if (!whatIf.isCurious) {
    panel.announceSoon(say(said, { headline: view.headline }));
  }
  whatIf.judged();
  letTake();
  await result.complete();
}

/** The rules cannot judge answers of a newer norm, and what shows is not about them. */
function showNewer(): void {
  started();
  errors.show([]);
  workspace.renewed.showNewer(versionIn(session.answers));
  result.clear();
  panel.announce("");
  settled.release();
}

function isNewer(): boolean {
  return ageOf(session.answers, norm) === "newer";
}

function started(): void {
  panel.endProgress(false);
  panel.notice(FAILURE, null);
}

/** With an error in the form, what shows is the result of before it. */
function showStale(stale: boolean): void {
  const text = say(result.isThere ? "error.stale" : "error.waiting");
  panel.notice("faults", stale ? { tone: "attention", text } : null);
  result.markStale(stale);
}

function showFailure(step: Step): void {
  panel.endProgress(true);
  const stale = result.isThere ? ` ${say("failed.stale")}` : "";
  panel.notice(FAILURE, { tone: "bad", text: say(`failed.${step}`) + stale });
  panel.announce("");
  settled.release();
}

async function wipe(): Promise<void> {
  if (await workspace.wipe()) {
    walk.restart();
  }
}

// ---------------------------------------------------------------- files

function saveToFile(): void {
  session.read();
  const text = `${JSON.stringify(session.complete, null, 2)}\n`;
  download(say("file.answers", { date: today() }), text);
}

async function openChosen(): Promise<void> {
  const file = elements.file.files?.[0];
  elements.file.value = ""; // so that the same file can be chosen again
  if (file === undefined) {
    return;
  }
  session.read();
  const opened = await openFile(file, opening);
  if (opened !== null) {
    workspace.replace(opened);
    refresh();
  }
}

/** Judge a text as soon as the rules can; null when they failed. */
async function judge(text: string): Promise<Outcome | null> {
  await settling();
  return migrateAndAssess(text, reportDate(), rules);
}

/** Wait until the rules are ready, or have failed. */
async function settling(): Promise<void> {
  if (!rules.isReady && elements.retry.hidden && missingFeature() === null) {
    await settled.wait();
  }
}

// ---------------------------------------------------------------- start

function listen(): void {
  form.addEventListener("input", changed);
  addEventListener("hashchange", () => void openAddress(workspace, opening));
  form.addEventListener("change", (event) => excludeOthers(event.target) && changed());
  form.addEventListener("submit", (event) => event.preventDefault());
  elements.date.addEventListener("change", refresh);
  elements.save.addEventListener("click", saveToFile);
  elements.open.addEventListener("click", () => elements.file.click());
  elements.file.addEventListener("change", () => void openChosen());
  elements.yaml.addEventListener("click", () => void saveAsYaml(workspace));
  elements.share.addEventListener("click", () => void share(workspace));
  elements.wipe.addEventListener("click", () => void wipe());
  elements.retry.addEventListener("click", () => void rules.start());
}

function start(): void {
  elements.date.value ||= today();
  const { save, open, file, yaml, share, wipe } = elements;
  for (const control of [save, open, file, yaml, share, wipe]) {
    control.disabled = false;
  }
  listen();
  const lack = missingFeature();
  if (lack === null) {
    void formComplete().then(() => rules.start());
  } else {
    panel.endProgress(false);
    panel.announce("");
    panel.notice(FAILURE, { tone: "bad", text: say(`lacking.${lack}`) });
    settled.release();
  }
}

await yieldToBrowser();
start();
await yieldToBrowser();
await workspace.start();
refresh();
await openAddress(workspace, opening);
