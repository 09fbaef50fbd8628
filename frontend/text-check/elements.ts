/** The parts of the page of the text check. */

import { byId } from "../lib/dom.js";

export interface Panel {
  section: HTMLElement;
  form: HTMLFormElement;
  source: HTMLTextAreaElement;
  file: HTMLInputElement;
  kind: HTMLSelectElement;
  date: HTMLInputElement;
  status: HTMLElement;
  /** What came of opening a file. */
  news: HTMLElement;
  /** What was done with the result. */
  done: HTMLElement;
  progress: HTMLProgressElement;
  result: HTMLElement;
  title: HTMLElement;
  stale: HTMLElement;
  findings: HTMLElement;
  looked: HTMLDetailsElement;
  marked: HTMLElement;
  button(name: "open" | "wipe" | "wrong" | "right" | "save" | "html" | "print"): HTMLButtonElement;
}

/** The parts; null on any other page. */
export function findPanel(root: ParentNode): Panel | null {
  const section = root.querySelector<HTMLElement>("#kmop-texts");
  if (section === null) {
    return null;
  }
  const part = <Type extends HTMLElement>(name: string, type: new () => Type): Type => byId(`kmop-texts-${name}`, type);
  return {
    section,
    form: part("form", HTMLFormElement),
    source: part("source", HTMLTextAreaElement),
    file: part("file", HTMLInputElement),
    kind: part("kind", HTMLSelectElement),
    date: part("date", HTMLInputElement),
    status: part("status", HTMLElement),
    news: part("news", HTMLElement),
    done: part("done", HTMLElement),
    progress: part("progress", HTMLProgressElement),
    result: part("result", HTMLElement),
    title: part("title", HTMLElement),
    stale: part("stale", HTMLElement),
    findings: part("findings", HTMLElement),
    looked: part("looked", HTMLDetailsElement),
    marked: part("marked", HTMLElement),
    button: (name) => section.querySelector(`[data-texts="${name}"]`) as HTMLButtonElement,
  };
}
