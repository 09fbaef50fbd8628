/** The parts of the page of the file check. */

import { byId } from "../lib/dom.js";

export interface Panel {
  section: HTMLElement;
  form: HTMLFormElement;
  list: HTMLSelectElement;
  service: HTMLSelectElement;
  date: HTMLInputElement;
  registered: HTMLInputElement;
  own: HTMLTextAreaElement;
  file: HTMLInputElement;
  drop: HTMLElement;
  status: HTMLElement;
  /** What came of opening a file. */
  news: HTMLElement;
  /** What was done with the result. */
  done: HTMLElement;
  progress: HTMLProgressElement;
  asks: HTMLFormElement;
  result: HTMLElement;
  title: HTMLElement;
  findings: HTMLElement;
  /** What the list can show, to take along. */
  evidence: HTMLElement;
  toAssessment: HTMLElement;
  button(name: "open" | "stop" | "example" | "xlsx" | "save" | "html" | "print"): HTMLButtonElement;
}

/** The parts; null on any other page. */
export function findPanel(root: ParentNode): Panel | null {
  const section = root.querySelector<HTMLElement>("#kmop-files");
  if (section === null) {
    return null;
  }
  const part = <Type extends HTMLElement>(name: string, type: new () => Type): Type => byId(`kmop-files-${name}`, type);
  return {
    section,
    form: part("form", HTMLFormElement),
    list: part("list", HTMLSelectElement),
    service: part("service", HTMLSelectElement),
    date: part("date", HTMLInputElement),
    registered: part("registered", HTMLInputElement),
    own: part("own", HTMLTextAreaElement),
    file: part("file", HTMLInputElement),
    drop: part("drop", HTMLElement),
    status: part("status", HTMLElement),
    news: part("news", HTMLElement),
    done: part("done", HTMLElement),
    progress: part("progress", HTMLProgressElement),
    asks: part("asks", HTMLFormElement),
    result: part("result", HTMLElement),
    title: part("title", HTMLElement),
    findings: part("findings", HTMLElement),
    evidence: part("evidence", HTMLElement),
    toAssessment: part("to-assessment", HTMLElement),
    button: (name) => section.querySelector(`[data-files="${name}"]`) as HTMLButtonElement,
  };
}
