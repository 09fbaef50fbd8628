/** Open many files at once, each as an assessment of its own: nothing is asked, and one list tells what became of them. */

import { type Answers, renamed } from "../answers/document.js";
import { MAX_MEGABYTES, readAnswers } from "../answers/read-file.js";
import { shortened } from "../answers/title.js";
import { REASONS, type SaveError } from "../storage/autosave.js";
import type { Notice } from "../ui/status-panel.js";
import { placesOf } from "./fault-places.js";
import type { PageContext } from "../ui/page-context.js";
import type { AssessedImport } from "../workspace/migrate.js";
import type { Workspace } from "../workspace/workspace.js";

const KEY = "file";
const MAX_ARCHIVE_BYTES = 20_000_000;
/** How an archive begins: with a file, or with the end of an empty one. */
const ARCHIVE = ["PK\u0003\u0004", "PK\u0005\u0006"];

export interface ManyContext extends Pick<PageContext, "say" | "panel" | "form"> {
  workspace: Workspace;
  /** Let the rules migrate and assess a text; null when they cannot. */
  assess(text: string): Promise<AssessedImport | null>;
}

/** A file that is not opened, with the reason in words. */
interface Refused {
  name: string;
  reason: string;
}

interface Incoming {
  file: File;
  /** Whether it comes out of an archive, where an assessment without a name was kept without one. */
  isPacked: boolean;
}

/** Whether files are to be opened beside what is there: several of them, or an archive. */
export async function areMany(files: readonly File[]): Promise<boolean> {
  const [file] = files;
  return files.length > 1 || (file !== undefined && (await isArchive(file)));
}

/** Open them all, and tell once. */
export async function openMany(files: readonly File[], context: ManyContext): Promise<void> {
  const { say, panel, workspace } = context;
  if (!workspace.saved.isAvailable) {
    panel.notice(KEY, { tone: "bad", text: say("many.not_kept") });
    return;
  }
  const refused: Refused[] = [];
  const documents: { name: string; answers: Answers }[] = [];
  const incoming = await unpacked(files, refused, context);
  for (const [index, { file, isPacked }] of incoming.entries()) {
    panel.notice(KEY, { tone: "neutral", text: say("many.waiting", { n: index + 1, of: incoming.length }) });
    const answers = await checked(file, refused, context);
    if (answers !== null) {
      documents.push({ name: file.name, answers: isPacked ? answers : titled(answers, file.name) });
    }
  }
  const added = await kept(documents, refused, context);
  const text = panelText(added.length, added.length + refused.length, context);
  panel.notice(KEY, summary(text, added, refused, context));
  panel.announceSoon(text, "files");
}

/** Let files be dropped on a part of the page. */
export function bindDrop(target: HTMLElement, open: (files: File[]) => void): void {
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  target.addEventListener("dragover", (event) => holdsFiles(event) && event.preventDefault());
  target.addEventListener("drop", (event) => {
    if (holdsFiles(event)) {
      event.preventDefault();
      open([...(event.dataTransfer?.files ?? [])]);
    }
  });
}

async function isArchive(file: File): Promise<boolean> {
  const begin = await file.slice(0, 4).arrayBuffer().catch(() => new ArrayBuffer(0));
  return ARCHIVE.includes(String.fromCharCode(...new Uint8Array(begin)));
}

async function unpacked(files: readonly File[], refused: Refused[], context: ManyContext): Promise<Incoming[]> {
  const found: Incoming[] = [];
  for (const file of files) {
    if (await isArchive(file)) {
      const packed = await filesIn(file, refused, context);
      found.push(...packed.map((each) => ({ file: each, isPacked: true })));
    } else {
      found.push({ file, isPacked: false });
    }
  }
  return found;
}

async function filesIn(archive: File, refused: Refused[], { say }: ManyContext): Promise<File[]> {
  const refuse = (name: string, reason: string): void => void refused.push({ name, reason: say(`many.reason.${reason}`) });
  if (archive.size > MAX_ARCHIVE_BYTES) {
    refuse(archive.name, "archive_too_large");
    return [];
  }
  const [reader, bytes] = await Promise.all([
    import("./archive.js").catch(() => null),
    archive.arrayBuffer().catch(() => null),
  ]);
  if (reader === null || bytes === null) {
    refuse(archive.name, reader === null ? "no_reader" : "unreadable");
    return [];
  }
  const found = reader.unpack(new Uint8Array(bytes));
  if ("refusal" in found) {
    refuse(archive.name, found.refusal);
    return [];
  }
  found.others.forEach((name) => refuse(name, "other"));
  return found.files;
}

/** The answers of a file against which the rules have nothing; null when it is refused. */
async function checked(file: File, refused: Refused[], { say, assess, form }: ManyContext): Promise<Answers | null> {
  const refuse = (id: string, values: Record<string, string | number> = {}): null => {
    refused.push({ name: file.name, reason: say(`many.reason.${id}`, values) });
    return null;
  };
  const read = await readAnswers(file);
  if ("refusal" in read) {
    return refuse(read.refusal, { size: MAX_MEGABYTES });
  }
  const assessed = await assess(read.text);
  if (assessed === null) {
    return refuse("not_checked");
  }
  const [fault] = assessed.outcome.faults;
  if (fault === undefined) {
    return read.document as Answers;
  }
  const [place = ""] = await placesOf([fault], read.source, form, say);
  return refuse("fault", { place, text: fault.text });
}

/** Answers without a name go by that of their file. */
function titled(answers: Answers, file: string): Answers {
  const title = answers["title"];
  const hasTitle = typeof title === "string" && title.trim() !== "";
  return hasTitle ? answers : renamed(answers, shortened(file.replace(/\.\w+$/, "")));
}

/** Keep them; once the browser refuses, the rest is refused. */
async function kept(documents: { name: string; answers: Answers }[], refused: Refused[], { say, workspace }: ManyContext): Promise<string[]> {
  const added: string[] = [];
  try {
    await workspace.kept.addAll(documents.map(({ answers }) => answers), (id) => added.push(id));
  } catch (error) {
    const reason: SaveError = REASONS[error instanceof DOMException ? error.name : ""] ?? "failed";
    const rest = documents.slice(added.length);
    refused.push(...rest.map(({ name }) => ({ name, reason: say(`many.reason.${reason}`) })));
  }
  return added;
}

function panelText(n: number, of: number, { say }: ManyContext): string {
  return say(n === 0 ? "many.none" : n === 1 ? "many.one" : "many.opened", { n, of });
}

function summary(text: string, added: string[], refused: Refused[], context: ManyContext): Notice {
  const { say } = context;
  const faults = refused.map(({ name, reason }) => ({ place: name, fault: { path: [], text: reason } }));
  const actions = [
    ...(added.length > 0 ? [{ label: say("many.undo"), act: () => void undo(added, context) }] : []),
    { label: say("many.seen"), act: () => context.panel.notice(KEY, null) },
  ];
  return { tone: refused.length > 0 ? "attention" : "neutral", text, faults, actions };
}

/** Take all of them away again, but for those that were opened since: something may be answered in them. */
async function undo(added: readonly string[], { say, panel, workspace }: ManyContext): Promise<void> {
  const left = await workspace.kept.removeUntouched(added).catch(() => added.length);
  panel.notice(KEY, null);
  panel.announce(say(left === 0 ? "many.undone" : "many.undone_but", { n: left }));
}
