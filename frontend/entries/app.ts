/** The self-assessment page: the form that is there already, the rules in their worker, and what is kept. */

import { Appendix } from "../workspace-ui/removed-answers.js";
import { starting, wholeForm } from "../lib/page-phase.js";
import { openAddress } from "../import-export/open-share-link.js";
import { Assessor } from "../runtime/client.js";
import { findElements } from "../ui/page-elements.js";
import { Errors } from "../form/validation-messages.js";
import { download } from "../answers/read-file.js";
import { excludeOthers, showAsked } from "../form/fields.js";
import { bringAlong, judgeCarried } from "../workspace/migrate.js";
import { Gate, latest, pause } from "../lib/async.js";
import { saveAsYaml, share } from "../import-export/share.js";
import { Modes } from "../form/mode-switch.js";
import { ageOf, normOf, versionIn } from "../answers/norm-version.js";
import { openFile } from "../import-export/open-file.js";
import { FAILURE, Panel } from "../ui/status-panel.js";
import { findPlace } from "../runtime/location.js";
import type { Outcome, Step } from "../contract/worker.js";
import { type Judged, Result } from "../result/result-panel.js";
import { Session } from "../workspace/session.js";
import { Steady } from "../ui/scroll-anchor.js";
import { lacking } from "../lib/browser-support.js";
import { offerToTake } from "../import-export/buttons.js";
import { Walk } from "../form/navigation.js";
import { WhatIf } from "../what-if/what-if.js";
import { Why } from "../result/explanations.js";
import { Workbench } from "../workspace/workspace.js";
import { readWords, today } from "../lib/messages.js";

const place = findPlace(import.meta.url);
const language = document.documentElement.lang;
const elements = findElements();
const { form } = elements;
const norm = normOf(form);
const say = readWords(document.getElementById("kmop-messages"));
const panel = new Panel(say, elements);
const session = new Session(form);
const steady = new Steady(form);
const walk = new Walk(form, say, (text) => panel.announce(text));
const modes = new Modes(form, modeChanged, () => walk.from("part-checks"));
const errors = new Errors(form, elements.date, say, showStale);
const assessor = new Assessor(
  place.worker,
  place.runtime,
  {
    progressed: (progress) => panel.progressed(progress, language),
    ready: firstResult,
    failed: showFailure,
  },
);

const letTake = offerToTake({
  say,
  panel,
  folder: async () => (isNewer() ? null : assessor.folder(JSON.stringify(session.complete), reportDate())),
});

const why = new Why(elements.view, say, (...asked) => assessor.explain(...asked), () => result.draw());
const result = new Result({
  ...{ say, panel, form, why, view: elements.view, report: elements.report },
  ask: ({ answers, date }) => assessor.report(answers, date),
});

const workbench = new Workbench({
  ...{ say, language, panel, session, form, modes, norm },
  place: elements.keeping,
  refresh,
  compare: async (documents) => {
    await settling();
    return assessor.compare(JSON.stringify(documents), reportDate());
  },
});

const whatIf = new WhatIf(
  {
    ...{ say, language, panel, form },
    answers: () => session.answers,
    ask: () => assessor.whatIf(JSON.stringify(session.complete), reportDate()),
    amend: (answers, what) => {
      workbench.amend(answers, what);
      refresh();
    },
    replace: (answers) => {
      workbench.replace(answers);
      refresh();
    },
    add: (answers) => workbench.add(answers),
    hold: (draw) => steady.hold(draw),
  },
  elements.whatIf,
);

const appendix = new Appendix(workbench);
const opening = { say, panel, session, form, judge };

/** Opens when the worker is ready, or has failed. */
const settled = new Gate();
starting(settled.passed());

const assessAgain = latest(
  async () => {
    const brought = await bringAlong(workbench, assessor);
    if (brought !== "ready") {
      return brought === "newer" ? showNewer() : undefined;
    }
    const [answers, date] = [JSON.stringify(session.complete), reportDate()];
    const outcome = await assessor.assess(answers, date);
    if (outcome !== null) {
      await (outcome.view && why.follow(answers, date));
      started();
      await showOutcome(outcome, { answers, date });
      settled.open();
    }
  },
  () => elements.result.setAttribute("aria-busy", "false"),
);

function reportDate(): string {
  return elements.date.value || today();
}

function changed(): void {
  workbench.read();
  panel.notice("file", null); // about a file that was refused: read by now
  refresh();
}

function refresh(): void {
  walk.update();
  whatIf.update();
  if (assessor.isReady) {
    elements.result.setAttribute("aria-busy", "true");
    assessAgain(undefined);
  }
}

function modeChanged(): void {
  walk.update();
  workbench.keeper?.keepMode(modes.mode);
}

// ---------------------------------------------------------------- results

function firstResult(): void {
  session.read();
  panel.progressed({ step: "first", loaded: 0, total: 0 }, language);
  refresh();
}

async function showOutcome({ view, ...outcome }: Outcome, judged: Judged): Promise<void> {
  if (errors.refuse(outcome.faults) || view === null) {
    panel.announce(""); // the summary of the errors announces itself
    return;
  }
  const said = result.isThere ? "status.updated" : "status.ready";
  steady.hold(() => {
    showAsked(form, outcome.asked);
    walk.judged(outcome.idle);
    appendix.show(outcome.appendix);
  });
  // The first result is drawn from nothing, which takes as long again.
  await (result.isThere ? undefined : pause());
  steady.hold(() => result.show(view, judged));
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
  errors.refuse([]);
  workbench.renewed.newer(versionIn(session.answers));
  result.clear();
  panel.announce("");
  settled.open();
}

function isNewer(): boolean {
  return ageOf(session.answers, norm) === "newer";
}

function started(): void {
  panel.finished(false);
  panel.notice(FAILURE, null);
}

/** With an error in the form, what shows is the result of before it. */
function showStale(stale: boolean): void {
  const text = say(result.isThere ? "error.stale" : "error.waiting");
  panel.notice("faults", stale ? { tone: "attention", text } : null);
  result.markStale(stale);
}

function showFailure(step: Step): void {
  panel.finished(true);
  const stale = result.isThere ? ` ${say("failed.stale")}` : "";
  panel.notice(FAILURE, { tone: "bad", text: say(`failed.${step}`) + stale });
  panel.announce("");
  settled.open();
}

async function wipe(): Promise<void> {
  if (await workbench.wipe()) {
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
    workbench.replace(opened);
    refresh();
  }
}

/** Judge a text as soon as the rules can; null when they failed. */
async function judge(text: string): Promise<Outcome | null> {
  await settling();
  return judgeCarried(text, reportDate(), assessor);
}

/** Wait until the rules are ready, or have failed. */
async function settling(): Promise<void> {
  if (!assessor.isReady && elements.retry.hidden && lacking() === null) {
    await settled.passed();
  }
}

// ---------------------------------------------------------------- start

function listen(): void {
  form.addEventListener("input", changed);
  addEventListener("hashchange", () => void openAddress(workbench, opening));
  form.addEventListener("change", (event) => excludeOthers(event.target) && changed());
  form.addEventListener("submit", (event) => event.preventDefault());
  elements.date.addEventListener("change", refresh);
  elements.save.addEventListener("click", saveToFile);
  elements.open.addEventListener("click", () => elements.file.click());
  elements.file.addEventListener("change", () => void openChosen());
  elements.yaml.addEventListener("click", () => void saveAsYaml(workbench));
  elements.share.addEventListener("click", () => void share(workbench));
  elements.wipe.addEventListener("click", () => void wipe());
  elements.retry.addEventListener("click", () => void assessor.start());
}

function start(): void {
  elements.date.value ||= today();
  const { save, open, file, yaml, share, wipe } = elements;
  for (const control of [save, open, file, yaml, share, wipe]) {
    control.disabled = false;
  }
  listen();
  const lack = lacking();
  if (lack === null) {
    void wholeForm().then(() => assessor.start());
  } else {
    panel.finished(false);
    panel.announce("");
    panel.notice(FAILURE, { tone: "bad", text: say(`lacking.${lack}`) });
    settled.open();
  }
}

await pause();
start();
await pause();
await workbench.start();
refresh();
await openAddress(workbench, opening);
