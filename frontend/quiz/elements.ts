/** The parts of the page in which a test goes on, named as in its template. */

import { byId as elementById } from "../lib/dom.js";

export interface Panel {
  whole: HTMLElement;
  /** What is said where there is no script. */
  without: HTMLElement;
  title: HTMLElement;
  /** What is said of keeping. */
  news: HTMLElement;
  status: HTMLElement;
  start: HTMLFormElement;
  resume: HTMLElement;
  resumeText: HTMLElement;
  series: HTMLInputElement;
  keep: HTMLInputElement;
  startError: HTMLElement;
  ask: HTMLFormElement;
  askError: HTMLElement;
  place: HTMLElement;
  bar: HTMLProgressElement;
  question: HTMLElement;
  feedback: HTMLElement;
  verdict: HTMLElement;
  why: HTMLElement;
  next: HTMLButtonElement;
  end: HTMLElement;
  score: HTMLElement;
  meaning: HTMLElement;
  missed: HTMLElement;
  missedList: HTMLElement;
  seriesNow: HTMLElement;
  /** The buttons that do something else than going on. */
  button(name: string): HTMLButtonElement;
}

/** Find them all; null on a page without a test. */
export function findPanel(): Panel | null {
  const whole = document.getElementById("kmop-quiz");
  return whole === null ? null : parts(whole);
}

function parts(whole: HTMLElement): Panel {
  return {
    whole,
    without: byId("without", HTMLElement),
    title: byId("title", HTMLElement),
    news: byId("news", HTMLElement),
    status: byId("status", HTMLElement),
    start: byId("start", HTMLFormElement),
    resume: byId("resume", HTMLElement),
    resumeText: byId("resume-text", HTMLElement),
    series: byId("series", HTMLInputElement),
    keep: byId("keep", HTMLInputElement),
    startError: byId("start-error", HTMLElement),
    ask: byId("ask", HTMLFormElement),
    askError: byId("ask-error", HTMLElement),
    place: byId("place", HTMLElement),
    bar: byId("bar", HTMLProgressElement),
    question: byId("question", HTMLElement),
    feedback: byId("feedback", HTMLElement),
    verdict: byId("verdict", HTMLElement),
    why: byId("why", HTMLElement),
    next: byId("next", HTMLButtonElement),
    end: byId("end", HTMLElement),
    score: byId("score", HTMLElement),
    meaning: byId("meaning", HTMLElement),
    missed: byId("missed", HTMLElement),
    missedList: byId("missed-list", HTMLElement),
    seriesNow: byId("series-now", HTMLElement),
    button: (name) => named(whole, name),
  };
}

function byId<Type extends HTMLElement>(name: string, type: new () => Type): Type {
  return elementById(`kmop-quiz-${name}`, type);
}

function named(whole: HTMLElement, name: string): HTMLButtonElement {
  const button = whole.querySelector<HTMLButtonElement>(`[data-quiz="${name}"]`);
  if (button === null) {
    throw new TypeError(`[data-quiz=${name}]`);
  }
  return button;
}
