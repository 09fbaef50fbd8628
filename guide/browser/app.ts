/** The self-assessment page: the form that is there already, the rules in their worker, and what is kept. */

import { render } from "lit/html.js";
import { type Answers, FORMAT } from "./answers.js";
import { Assessor } from "./assessor.js";
import { autosave } from "./autosave.js";
import { confirmed } from "./dialog.js";
import { findElements } from "./elements.js";
import { download } from "./files.js";
import { addressOf, excludeOthers, markFaulty, nameOf, showAsked } from "./form.js";
import { latest } from "./latest.js";
import { openFile, placed } from "./opening.js";
import { Panel } from "./panel.js";
import type { Outcome, Step } from "./protocol.js";
import { Session } from "./session.js";
import { openStore, type Saved } from "./store.js";
import { addStyles } from "./styles.js";
import { lacking } from "./support.js";
import { viewTemplate } from "./view.js";
import { readWords, today } from "./words.js";

const language = document.documentElement.lang || "nl";
const elements = findElements();
const { form } = elements;
const say = readWords(document.getElementById("kmop-messages"));
const panel = new Panel(say, elements);
const session = new Session(form);
const assessor = new Assessor(
  new URL("worker.js", import.meta.url),
  new URL("../runtime/", import.meta.url).href,
  {
    progressed: (progress) => panel.progressed(progress, language),
    ready: firstResult,
    failed: showFailure,
  },
);

/** Keeps answers in this browser, or with null none any more; does nothing where that is not allowed. */
let keep: (answers: Answers | null) => void = () => undefined;
let report: string | null = null;
/** Whoever waits for the worker to be ready, or to have failed. */
let settled: (() => void)[] = [];

const assessAgain = latest(
  async () => {
    const outcome = await assessor.assess(JSON.stringify(session.complete), reportDate());
    if (outcome !== null) {
      panel.finished(false);
      panel.notice("failure", null);
      showOutcome(outcome);
      release();
    }
  },
  () => elements.result.setAttribute("aria-busy", "false"),
);

function reportDate(): string {
  return elements.date.value || today();
}

function changed(): void {
  session.read();
  keep(session.answers);
  panel.notice("file", null); // about a file that was refused: read by now
  refresh();
}

function refresh(): void {
  if (assessor.isReady) {
    elements.result.setAttribute("aria-busy", "true");
    assessAgain(undefined);
  }
}

// ---------------------------------------------------------------- results

function firstResult(): void {
  session.read();
  panel.progressed({ step: "first", loaded: 0, total: 0 }, language);
  refresh();
}

function showOutcome(outcome: Outcome): void {
  const names = outcome.faults.map((fault) => nameOf(form, fault.path) ?? "");
  markFaulty(form, new Set(names));
  if (outcome.view === null) {
    const faults = placed(outcome.faults, form, say) ?? [];
    panel.notice("faults", { tone: "attention", text: say("fault.form"), faults });
    panel.announceSoon(say("status.faults"));
    return;
  }
  panel.notice("faults", null);
  session.stamp(outcome.view.norm);
  showAsked(form, outcome.asked);
  render(
    viewTemplate(outcome.view, say, (field) => addressOf(form, field)),
    elements.view,
  );
  const said = report === null ? "status.ready" : "status.updated";
  panel.announceSoon(say(said, { headline: outcome.view.headline }));
  report = outcome.report;
  elements.report.disabled = false;
}

function showFailure(step: Step): void {
  panel.finished(true);
  const stale = report === null ? "" : ` ${say("failed.stale")}`;
  panel.notice("failure", { tone: "bad", text: say(`failed.${step}`) + stale });
  panel.announce("");
  release();
}

function release(): void {
  const waiting = settled;
  settled = [];
  for (const go of waiting) {
    go();
  }
}

// ---------------------------------------------------------------- keeping

async function openStorage(): Promise<void> {
  try {
    const store = await openStore();
    const saved = await store.load();
    keep = autosave(store, showKept);
    takeUp(saved);
  } catch {
    panel.notice("storage", { tone: "attention", text: say("storage.unavailable") });
  }
}

/** Show what was kept; what was answered before it was there is kept now. */
function takeUp(saved: Saved | null): void {
  session.read();
  const answered = !session.isEmpty;
  if (saved !== null && saved.answers?.format === FORMAT) {
    session.restore(saved.answers);
    panel.announce(say("status.restored"));
  } else if (saved !== null) {
    panel.notice("storage", { tone: "attention", text: say("storage.damaged") });
  }
  if (answered) {
    keep(session.answers);
  }
}

function showKept(worked: boolean, answers: Answers | null): void {
  if (!worked) {
    const text = say(answers === null ? "wipe.failed" : "storage.failed");
    panel.notice("storage", { tone: "bad", text });
  } else if (answers === null) {
    panel.notice("storage", null);
  } else {
    const time = new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(new Date());
    panel.notice("storage", { tone: "neutral", text: say("storage.saved", { time }) });
  }
}

async function wipe(): Promise<void> {
  const question = {
    title: say("wipe.title"),
    text: say("wipe.text"),
    yes: say("wipe.yes"),
    no: say("wipe.no"),
  };
  if (await confirmed(question)) {
    session.clear();
    keep(null);
    panel.notice("file", null);
    panel.announce(say("status.wiped"));
    refresh();
  }
}

// ---------------------------------------------------------------- files

function saveToFile(): void {
  session.read();
  const text = `${JSON.stringify(session.complete, null, 2)}\n`;
  download(say("file.answers", { date: today() }), text);
}

function saveReport(): void {
  if (report !== null) {
    download(say("file.report", { date: reportDate() }), report);
  }
}

async function openChosen(): Promise<void> {
  const file = elements.file.files?.[0];
  elements.file.value = ""; // so that the same file can be chosen again
  if (file === undefined) {
    return;
  }
  session.read();
  if (await openFile(file, { say, panel, session, form, judge })) {
    keep(session.answers);
    refresh();
  }
}

/** Judge a text as soon as the rules can; null when they failed. */
async function judge(text: string): Promise<Outcome | null> {
  if (!assessor.isReady && elements.retry.hidden && lacking() === null) {
    await new Promise<void>((go) => settled.push(go));
  }
  return assessor.assess(text, reportDate());
}

// ---------------------------------------------------------------- start

function listen(): void {
  form.addEventListener("input", changed);
  form.addEventListener("change", (event) => excludeOthers(event.target) && changed());
  form.addEventListener("submit", (event) => event.preventDefault());
  elements.date.addEventListener("change", refresh);
  elements.save.addEventListener("click", saveToFile);
  elements.open.addEventListener("click", () => elements.file.click());
  elements.file.addEventListener("change", () => void openChosen());
  elements.report.addEventListener("click", saveReport);
  elements.wipe.addEventListener("click", () => void wipe());
  elements.retry.addEventListener("click", () => void assessor.start());
}

function start(): void {
  addStyles(import.meta.url);
  elements.date.value ||= today();
  for (const control of [elements.save, elements.open, elements.file, elements.wipe]) {
    control.disabled = false;
  }
  listen();
  const lack = lacking();
  if (lack === null) {
    void assessor.start();
  } else {
    panel.finished(false);
    panel.announce("");
    panel.notice("failure", { tone: "bad", text: say(`lacking.${lack}`) });
  }
}

start();
await openStorage();
refresh();
