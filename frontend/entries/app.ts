/** The self-assessment page: wires the form that is there already, the rules in their worker, and what is kept. */

import { showAsked } from "../form/asked-when.js";
import { showTitles } from "../form/document-titles.js";
import { answersForm, excludeOthers, normOf, readFields } from "../form/fields.js";
import { FormNavigation } from "../form/navigation.js";
import { ValidationMessages } from "../form/validation-messages.js";
import { bindExportButtons } from "../import-export/export-buttons.js";
import { bindOpenFile, filesOf } from "../import-export/open-file.js";
import { bindDrop, openMany } from "../import-export/open-many.js";
import { saveAll } from "../import-export/save-all.js";
import { bindTemplateButtons } from "../import-export/template-buttons.js";
import { openAddress } from "../sharing/open-share-link.js";
import { KEY as LEFT_OUT } from "../import-export/outgoing.js";
import { saveAsJson, saveAsYaml } from "../import-export/save-file.js";
import { share } from "../sharing/share.js";
import { yieldToBrowser } from "../lib/async.js";
import { isInAppBrowser, missingFeature } from "../lib/browser-support.js";
import { byId } from "../lib/dom.js";
import { inWords } from "../lib/format.js";
import { readMessages } from "../lib/messages.js";
import { markStarting } from "../lib/page-phase.js";
import { Explanations } from "../result/explanations.js";
import { ResultPanel } from "../result/result-panel.js";
import { RulesClient } from "../runtime/worker-client.js";
import { locateApp } from "../runtime/app-location.js";
import { bindShortcut } from "../steps/result-shortcut.js";
import { FirstFigures } from "../steps/first-figures.js";
import { showGiven } from "../steps/given-answers.js";
import { ScreenNotice } from "../steps/screen-notice.js";
import { showStep } from "../steps/step-bar.js";
import { bindUnneeded, countUnneeded } from "../steps/unneeded-questions.js";
import { bindWelcome } from "../steps/welcome.js";
import { StepRouter } from "../steps/step-router.js";
import { findElements } from "../ui/page-elements.js";
import { ReportDate } from "../ui/report-date.js";
import { ScrollAnchor } from "../ui/scroll-anchor.js";
import { Clients } from "../clients/clients.js";
import { StatusPanel } from "../ui/status-panel.js";
import { WhatIf } from "../what-if/what-if.js";
import { compareSaved, guarded, openAsNew, savedListActions, tellSwitch, wipe } from "../workspace-ui/actions.js";
import { LiveResult } from "../workspace-ui/live-result.js";
import { MigrationNotice } from "../workspace-ui/migration-notice.js";
import { RemovedAnswers } from "../workspace-ui/removed-answers.js";
import { bindSavedPanel } from "../workspace-ui/saved-panel.js";
import { StorageStatus } from "../workspace-ui/save-status.js";
import { bindTabConflict } from "../workspace-ui/tab-conflict.js";
import type { Answers } from "../answers/document.js";
import type { ChangeCause } from "../workspace/events.js";
import { Workspace } from "../workspace/workspace.js";

const place = locateApp(import.meta.url);
const messages = byId("kmop-messages", HTMLElement);
// That of the sentences: a translator gives the page itself another.
const language = messages.lang;
const elements = findElements();
const { form } = elements;
const say = readMessages(messages);
const panel = new StatusPanel(say, elements);
const page = { say, language, panel, form, norm: normOf(form) };
const anchor = new ScrollAnchor(form);

const navigation = new FormNavigation(form, say, (text) => panel.announce(text), () => showScreen());
const router = new StepRouter(elements.root, screenTurned);
const resultScreen = elements.result.closest<HTMLElement>("[data-screen]") ?? elements.result;
const figures = new FirstFigures(elements.figures, form, say, () => reportDate());
const errors = new ValidationMessages(form, elements.date, say, (isStale) => result.markStale(isStale));
export const workspace = new Workspace(answersForm(form), router);
const answersNow = (): string => JSON.stringify(workspace.forRules);
const date = new ReportDate(elements.date, dayTurned);
const reportDate = (): string => date.value;

const rules = new RulesClient(place.worker, place.runtime, {
  progressed: (progress) => panel.showProgress(progress, language),
  ready: rulesReady,
  slow: (isSlow) => live.showSlow(isSlow),
  restarting: () => live.showRestarting(),
  failed: (step) => live.showFailure(step),
});
const wantsGrounds = (): string => (document.querySelector("#kmop-grounds:checked") ? "yes" : "");
const enableExport = bindExportButtons({
  ...page,
  folder: async () => (workspace.age === "newer" ? null : rules.ask("folder", answersNow(), reportDate(), wantsGrounds())),
  assessment: () => workspace.saved.id,
});
const enableTemplates = bindTemplateButtons({
  ...page,
  template: async (name) => (workspace.age === "newer" ? null : rules.ask("template", answersNow(), reportDate(), name)),
});
const explanations = new Explanations(
  elements.result,
  say,
  (...given) => rules.ask("explain", ...given),
  () => result.draw(),
);
const result = new ResultPanel({
  ...{ say, panel, form, explanations, summary: elements.summary, view: elements.view, report: elements.report },
  isUnfolded: () => router.mode === "all",
  ask: ({ answers, date }) => rules.ask("report", answers, date),
});

const status = new StorageStatus(page, workspace);
const notice = new MigrationNotice(page, workspace);
const actions = {
  ...{ page, workspace, status },
  compare: async (documents: object[]) => {
    await live.whenReady();
    return rules.ask("compare", JSON.stringify(documents), reportDate());
  },
};
bindTabConflict(actions);
const listActions = savedListActions(actions);
bindSavedPanel(elements.savedList, page, workspace, listActions);
const clients = new Clients({
  ...{ page, workspace, section: elements.clients, date: reportDate, startNew: listActions.startNew },
  isShown: () => router.current === elements.clients,
  ask: async (documents, on) => {
    await live.whenReady();
    return rules.ask("clients", JSON.stringify(documents), on);
  },
  open: (id) => guarded(() => openClient(id), actions),
  compare: (ids) => void compareSaved(ids, actions),
  rename: listActions.rename,
  remove: (ids) => listActions.remove(...ids),
  openFiles: () => elements.clientFiles.click(),
  saveAll: () => void saveAll(page, workspace),
});

const whatIf = new WhatIf(
  {
    ...{ page, open: workspace },
    ask: () => rules.ask("what_if", answersNow(), reportDate()),
    openAsNew: (answers) => openAsNew(answers, actions),
    keepInPlace: (draw) => anchor.keepInPlace(draw),
  },
  elements.whatIf,
);
const removed = new RemovedAnswers(page, workspace);
const live = new LiveResult({
  ...{ page, elements, workspace, rules, result, explanations, navigation, errors, anchor, whatIf, removed, notice },
  ...{ enableExport: () => [enableExport, enableTemplates].forEach((enable) => enable()), date: reportDate },
  priced: (money) => figures.tell(money),
});
const leaving = { page, workspace, refused: () => errors.refused };
const incoming = { ...page, workspace, notice, assess: (text: string) => live.assessImport(text) };

workspace.subscribe({ changed });
const filledIn = new ScreenNotice("applied", { page, workspace, screen: () => router.current });
const welcome = bindWelcome({ page, workspace, router, navigation, result: resultScreen, settled: () => live.settled() });
markStarting(live.settled());

function changed(cause: ChangeCause): void {
  if (cause === "cleared" && router.current === elements.clients) {
    router.go(router.screens.all[0] as HTMLElement); // a new one is begun, and not looked at among the others
  }
  // Another name means nothing to the rules, and what was migrated is being assessed.
  if (cause !== "renamed" && cause !== "migrated") {
    update();
  }
}

/** Show the answers as they are now: what is drawn comes first, then what is assessed. */
function update(): void {
  const fields = readFields(form);
  showAsked(form, fields);
  showTitles(form, fields);
  navigation.update();
  showScreen();
  whatIf.update();
  live.update();
}

/** Midnight passed, and nobody chose the day of before. */
function dayTurned(day: string): void {
  const text = say("date.turned", { day: inWords(day, language) });
  panel.notice("date", { tone: "neutral", text });
  panel.announceSoon(text, "date");
  update();
}

function dayChosen(): void {
  panel.notice("date", null);
  update();
}

/** Another screen shows, or another view of the same. */
function screenTurned(): void {
  filledIn.turned();
  welcome.turned();
  showScreen();
  workspace.saveMode();
}

/** Say where one is, and list the answers where they are to be checked. */
function showScreen(): void {
  const questions = navigation.questions;
  showStep(elements.now, router.current, router.screens, questions, say);
  countUnneeded(form, say);
  figures.update();
  clients.update();
  if (router.mode === "all" || router.current.contains(elements.given)) {
    showGiven(elements.given, questions, say);
  }
}

function rulesReady(): void {
  workspace.readForm();
  panel.showProgress({ step: "first", loaded: 0, total: 0 }, language);
  update();
}

function formChanged(): void {
  workspace.commitForm();
  // About files: read by now.
  panel.notice("file", null);
  panel.notice(LEFT_OUT, null);
}

/** Go on with one of several assessments, at its result. */
async function openClient(id: string): Promise<void> {
  tellSwitch(await workspace.switchTo(id), actions);
  router.go(resultScreen);
}

function openLinked(answers: Answers, original: Answers, isQuiet: boolean): Promise<boolean> {
  return openAsNew(answers, actions, original, isQuiet);
}

function openLink(): void {
  void openAddress({ ...incoming, goTo, openAsNew: openLinked, tellHere: (notice) => filledIn.show(notice) });
}

/** Go to a screen by its address, if there is one of that name. */
function goTo(address: string): boolean {
  const screen = router.screens.all.find(({ id }) => id === address);
  if (screen) {
    router.go(screen);
  }
  return screen !== undefined;
}

/** What one sees is what the link opens on, where that is the result. */
function shareSeen(): void {
  void share(leaving, router.mode === "steps" && router.current === resultScreen ? resultScreen.id : "");
}

async function wipeAll(): Promise<void> {
  if (await wipe(actions)) {
    navigation.restart();
  }
}

function listen(): void {
  form.addEventListener("input", formChanged);
  addEventListener("hashchange", openLink);
  form.addEventListener("change", (event) => excludeOthers(event.target) && formChanged());
  form.addEventListener("submit", (event) => event.preventDefault());
  elements.date.addEventListener("change", dayChosen);
  elements.save.addEventListener("click", () => saveAsJson(leaving));
  elements.yaml.addEventListener("click", () => void saveAsYaml(leaving));
  elements.share.addEventListener("click", shareSeen);
  elements.passOn.addEventListener("click", () => void share(leaving, resultScreen.id));
  elements.wipe.addEventListener("click", () => void wipeAll());
  elements.retry.addEventListener("click", () => void rules.start());
  bindShortcut(router, resultScreen);
  bindUnneeded(form);
  bindOpenFile(elements.open, elements.file, incoming);
  bindDrop(elements.root, (files) => void openMany(files, incoming));
  elements.clientFiles.addEventListener("change", () => void openMany(filesOf(elements.clientFiles), incoming));
}

function start(): void {
  date.start();
  const { save, open, file, yaml, share, passOn, wipe } = elements;
  for (const control of [save, open, file, yaml, share, passOn, wipe]) {
    control.disabled = false;
  }
  status.showPlace(isInAppBrowser());
  listen();
  showAsked(form, readFields(form));
  router.start();
  const missing = missingFeature();
  if (missing === null) {
    void rules.start();
  } else {
    live.showMissing(missing);
  }
}

await yieldToBrowser();
start();
await yieldToBrowser();
await workspace.start().catch((error: unknown) => status.showUnavailable(error));
openLink();
