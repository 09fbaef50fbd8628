/** The page's own elements that the app works with, named as in the page's template. */

import { byId, bySelector } from "../lib/dom.js";

export interface Elements {
  root: HTMLElement;
  form: HTMLFormElement;
  /** Where the page says in which step one is. */
  now: HTMLElement;
  /** Where all answers are listed. */
  given: HTMLElement;
  /** The line about the outcome, in sight while answering. */
  outcome: HTMLElement;
  notices: HTMLElement;
  /** What the answers cost and ask, before there is a result. */
  figures: HTMLElement;
  progressDetail: HTMLElement;
  result: HTMLElement;
  status: HTMLElement;
  progress: HTMLProgressElement;
  /** Where it shows that something was done. */
  toasts: HTMLElement;
  /** The name of the assessment, for paper. */
  printedName: HTMLElement;
  summary: HTMLElement;
  view: HTMLElement;
  date: HTMLInputElement;
  save: HTMLButtonElement;
  open: HTMLButtonElement;
  file: HTMLInputElement;
  saveStatus: HTMLElement;
  savedList: HTMLElement;
  yaml: HTMLButtonElement;
  share: HTMLButtonElement;
  /** The same as the button to share, beside the result. */
  passOn: HTMLButtonElement;
  wipe: HTMLButtonElement;
  report: HTMLButtonElement;
  retry: HTMLButtonElement;
  whatIf: HTMLElement;
  /** The screen with all that this browser keeps. */
  clients: HTMLElement;
  clientFiles: HTMLInputElement;
}

/** Find them all; a page that lacks one is not the page that this app belongs to. */
export function findElements(): Elements {
  return {
    root: bySelector(".kmop-workbench"),
    form: byId("kmop-form", HTMLFormElement),
    now: bySelector(".kmop-stepper__now"),
    given: byId("kmop-given", HTMLElement),
    outcome: byId("kmop-outcome", HTMLElement),
    notices: byId("kmop-notices", HTMLElement),
    figures: bySelector(".kmop-figures"),
    progressDetail: byId("kmop-progress-detail", HTMLElement),
    result: byId("kmop-result", HTMLElement),
    status: byId("kmop-status", HTMLElement),
    progress: byId("kmop-progress", HTMLProgressElement),
    toasts: byId("kmop-toasts", HTMLElement),
    printedName: byId("kmop-printed-name", HTMLElement),
    summary: byId("kmop-summary", HTMLElement),
    view: byId("kmop-view", HTMLElement),
    date: byId("kmop-date", HTMLInputElement),
    save: byId("kmop-save", HTMLButtonElement),
    open: byId("kmop-open", HTMLButtonElement),
    file: byId("kmop-file", HTMLInputElement),
    saveStatus: byId("kmop-kept", HTMLElement),
    savedList: byId("kmop-keeping", HTMLElement),
    yaml: byId("kmop-save-yaml", HTMLButtonElement),
    share: byId("kmop-share", HTMLButtonElement),
    passOn: byId("kmop-pass-on", HTMLButtonElement),
    wipe: byId("kmop-wipe", HTMLButtonElement),
    report: byId("kmop-report-json", HTMLButtonElement),
    retry: byId("kmop-retry", HTMLButtonElement),
    whatIf: bySelector(".kmop-what-if"),
    clients: bySelector(".kmop-clients"),
    clientFiles: byId("kmop-client-files", HTMLInputElement),
  };
}
