/** Export: the buttons for taking the result along, and what each of them makes of the one answer of the rules. */

import type { Folder, Paper, Sheet } from "../contract/folder.js";
import { download } from "../lib/download.js";
import type { Say } from "../lib/messages.js";
import { randomToken } from "../lib/random-token.js";
import type { StatusPanel } from "../ui/status-panel.js";

/** What the build calls the script that writes tables: its name changes with what is in it. */
declare const CSV_NAME: string;

const KEY = "take";
/** The name of an assessment that the browser does not keep, as long as the page is there. */
const UNKEPT = randomToken();
const CSV = "text/csv;charset=utf-8";
const CALENDAR = "text/calendar;charset=utf-8";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export interface ExportContext {
  say: Say;
  language: string;
  panel: StatusPanel;
  /** The folder of the answers as they are now; null when it cannot be made. */
  folder(): Promise<Folder | null>;
  /** By which name this browser keeps the assessment; empty where it keeps none. */
  assessment(): string;
}

/** Makes one kind of thing of the folder; gives its name, or null when the browser shows it already. */
type Make = (folder: Folder, context: ExportContext) => Promise<string | null>;

// The libraries come only when they are used.
const KINDS: Record<string, Make> = {
  folder: ({ papers }, context) => inWord(papers.auditor, context),
  "folder-print": ({ papers }) => onPaper(papers.auditor),
  plan: ({ papers }, context) => inWord(papers.plan, context),
  "plan-print": ({ papers }) => onPaper(papers.plan),
  documents: (folder) => table(folder.files.documents, folder.sheets.documents),
  actions: (folder) => table(folder.files.actions, folder.sheets.actions),
  calendar: async (folder, { assessment, panel }) => {
    const { events } = folder.calendar;
    if (events.every(({ remind }) => remind === null)) {
      panel.announce(events.map(({ summary }) => summary).join(" ")); // a day in a calendar would say nothing else
      return null;
    }
    const { asCalendar } = await import("./ics.js");
    return saved(folder.files.calendar, asCalendar(folder.calendar, { assessment: assessment() || UNKEPT, at: new Date() }), CALENDAR);
  },
};

/** Let the buttons of the page work; returns what to call once there is a result to take along. */
export function bindExportButtons(context: ExportContext): () => void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>("button[data-take]")];
  for (const button of buttons) {
    button.addEventListener("click", () => void exportAs(button, context));
  }
  return () => {
    for (const button of buttons) {
      button.disabled = false;
    }
  };
}

async function exportAs(button: HTMLButtonElement, context: ExportContext): Promise<void> {
  const { say, panel } = context;
  panel.notice(KEY, null);
  button.setAttribute("aria-busy", "true");
  try {
    const folder = await context.folder();
    if (folder === null) {
      panel.notice(KEY, { tone: "bad", text: say("take.not_now") });
      return;
    }
    tell(await KINDS[button.dataset["take"] ?? ""]?.(folder, context), folder, context);
  } catch (error) {
    console.warn(error);
    panel.notice(KEY, { tone: "bad", text: say("take.failed") });
  } finally {
    button.removeAttribute("aria-busy");
  }
}

function tell(name: string | null | undefined, folder: Folder, { say, panel }: ExportContext): void {
  const sentences = [name ? say("take.saved", { name }) : null, folder.empty];
  const text = sentences.filter((sentence) => sentence !== null).join(" ");
  if (text) {
    panel.announce(text);
  }
}

async function onPaper(paper: Paper): Promise<null> {
  const { printPaper } = await import("../papers/print.js");
  printPaper(paper);
  return null;
}

async function inWord(paper: Paper, { language }: ExportContext): Promise<string> {
  const { asDocx } = await import("../papers/docx.js");
  return saved(`${paper.file}.docx`, await asDocx(paper, language), DOCX);
}

async function table(name: string, sheet: Sheet): Promise<string> {
  const { asCsv } = (await import(CSV_NAME)) as typeof import("./csv.js");
  return saved(name, asCsv(sheet), CSV);
}

function saved(name: string, content: string | Blob, type: string): string {
  download(name, content, type);
  return name;
}
