/**
 * The page of the file check: a list goes in, what does not hang together comes out. Python starts when the reader
 * opens a list; nothing is sent, and nothing kept but the counts that the reader takes along.
 */

import type { AskedOfList, LookedAtList } from "../contract/files.js";
import { openList } from "../desk-files/open-list.js";
import { today } from "../lib/format.js";
import { readMessages, type Say } from "../lib/messages.js";
import { RulesOnDemand } from "../runtime/on-demand.js";
import { CheckStatus } from "../text-check/progress.js";
import { render } from "../ui/render.js";
import { asksTemplate, choicesOf, isAnswered } from "./asks.js";
import { findPanel, type Panel } from "./elements.js";
import type { Result } from "./findings.js";
import { ResultPart } from "./result-part.js";
import { type Given, ListSaving } from "./saving.js";
import { WorkbookReading } from "./workbook-reading.js";

export interface FileCheckContext {
  /** The address of the page's own script. */
  script: string;
  /** Starts the worker that reads one workbook. */
  workbookWorker(): Worker;
}

/** What takes no longer is not worth a button to stop it. */
const SHORT_MS = 400;

class FileCheck {
  readonly #panel: Panel;
  readonly #say: Say;
  readonly #status: CheckStatus;
  readonly #rules: RulesOnDemand;
  readonly #workbook: WorkbookReading;
  readonly #saving: ListSaving;
  readonly #shown: ResultPart;
  #given: Given | null = null;
  #looked: LookedAtList | null = null;
  #answers = new Map<string, number>();
  #sheet = "";
  /** Counts what was begun, so that what comes too late is known. */
  #turn = 0;
  #slow = 0;

  constructor(panel: Panel, say: Say, { script, workbookWorker }: FileCheckContext) {
    this.#panel = panel;
    this.#say = say;
    this.#status = new CheckStatus(panel, say);
    this.#workbook = new WorkbookReading(workbookWorker);
    this.#rules = new RulesOnDemand(script, {
      progressed: (progress) => this.#status.progressed(progress),
      failed: () => this.#rest("say.failed"),
    });
    this.#saving = new ListSaving(this.#rules, say);
    this.#shown = new ResultPart(panel, say);
  }

  open(): void {
    const panel = this.#panel;
    panel.date.value = today();
    for (const form of [panel.form, panel.asks]) {
      form.addEventListener("submit", (event) => event.preventDefault());
    }
    panel.form.addEventListener("change", ({ target }) => void (target !== panel.file && this.#check(false)));
    panel.asks.addEventListener("change", ({ target }) => this.#chose(target as HTMLSelectElement));
    panel.asks.addEventListener("submit", () => this.#answered());
    panel.file.addEventListener("change", () => void this.#open(panel.file.files?.[0]));
    panel.drop.addEventListener("dragover", (event) => event.preventDefault());
    panel.drop.addEventListener("drop", (event) => this.#dropped(event));
    const buttons = {
      open: () => panel.file.click(),
      stop: () => this.#stop(),
      example: () => this.#example(),
      xlsx: () => this.#save("xlsx"),
      save: () => this.#save("txt"),
      html: () => this.#save("html"),
      print: () => this.#print(),
    } as const;
    for (const [name, work] of Object.entries(buttons)) {
      panel.button(name as keyof typeof buttons).addEventListener("click", work);
    }
    panel.section.hidden = false;
  }

  #dropped(event: DragEvent): void {
    event.preventDefault();
    void this.#open(event.dataTransfer?.files[0]);
  }

  async #open(file: File | undefined): Promise<void> {
    this.#panel.file.value = ""; // so that the same one can be chosen again
    if (file === undefined) {
      return;
    }
    const { name } = file;
    const turn = this.#begin("say.reading", { name });
    this.#forget();
    void this.#rules.prepare();
    const opened = await openList(file, (bytes) => this.#workbook.read(bytes));
    if (turn !== this.#turn) {
      return;
    }
    if ("refusal" in opened) {
      this.#rest();
      this.#tell(`refused.${opened.refusal}`, { name });
      return;
    }
    this.#given = { name, list: opened.given, isWorkbook: opened.isWorkbook };
    await this.#check(true);
  }

  #example(): void {
    this.#panel.list.value = "projects";
    this.#panel.service.value = "";
    this.#panel.date.value = this.#say("example.day");
    this.#forget();
    this.#given = { name: this.#say("example.name"), list: JSON.stringify({ text: this.#say("example.text") }), isWorkbook: false };
    void this.#check(true);
  }

  #asked(): AskedOfList {
    const { list, service, date, registered, own } = this.#panel;
    return {
      on: date.value,
      list: list.value as AskedOfList["list"],
      service: service.value,
      own: own.value.split(/[\n;,]/).map((each) => each.trim()).filter((each) => each !== ""),
      registered: registered.value,
      sheet: this.#sheet,
      columns: choicesOf(this.#looked?.asks ?? [], this.#answers),
    };
  }

  /** @param leads Whether to lead the reader to what comes of it: not while they fill in the form. */
  async #check(leads: boolean): Promise<void> {
    const given = this.#given;
    if (given === null) {
      return;
    }
    if (this.#panel.date.value === "") {
      this.#tell("say.no_date");
      this.#panel.date.focus();
      return;
    }
    const turn = this.#begin("say.checking");
    const looked = await this.#rules.ask("check_files", given.list, JSON.stringify(this.#asked()));
    if (looked !== null && turn === this.#turn) {
      this.#rest();
      this.#show(looked, given, leads);
    }
  }

  #show(looked: LookedAtList, { name }: Given, leads: boolean): void {
    const { result, asks, title } = this.#panel;
    const { refusal, about = "" } = looked;
    this.#panel.done.textContent = "";
    this.#tell(refusal === "" ? "say.opened" : `refused.${refusal}`, { name, about });
    result.hidden = looked.report === null || refusal !== "";
    if (refusal !== "" && refusal !== "no_files") {
      return;
    }
    this.#looked = looked;
    this.#renderAsks();
    const isSameTwice = looked.report === null && refusal === "" && this.#answers.size > 0;
    this.#tellOfAsks(isSameTwice ? "ask.again" : "");
    const found = this.#result();
    if (found !== null) {
      this.#shown.show(found);
    }
    const target = result.hidden ? asks.querySelector<HTMLElement>("h2") : title;
    if (leads && target !== null) {
      target.scrollIntoView();
      target.focus({ preventScroll: true });
    }
  }

  #renderAsks(): void {
    const { asks } = this.#panel;
    const looked = this.#looked;
    asks.hidden = looked === null || (looked.asks.length === 0 && looked.sheets.length < 2);
    if (looked !== null) {
      render(asksTemplate(looked, this.#answers, this.#say), asks);
    }
  }

  #result(): Result | null {
    const { report = null, words = null, columns = [] } = this.#looked ?? {};
    return report === null || words === null ? null : { report, words, columns };
  }

  #chose({ name, dataset, value }: HTMLSelectElement): void {
    if (name === "sheet") {
      this.#sheet = value;
      this.#answers.clear();
      void this.#check(false);
    } else if (value === "") {
      this.#answers.delete(dataset["ask"] ?? "");
    } else {
      this.#answers.set(dataset["ask"] ?? "", Number(value));
    }
  }

  #answered(): void {
    const looked = this.#looked;
    if (looked !== null && isAnswered(looked, this.#answers)) {
      void this.#check(true);
      return;
    }
    this.#tellOfAsks(looked?.has_heading ? "ask.open" : "ask.open_one");
  }

  #tellOfAsks(id: string): void {
    const news = this.#panel.asks.querySelector("[role=status]");
    if (news !== null) {
      news.textContent = id === "" ? "" : this.#say(id);
    }
  }

  #save(ending: "xlsx" | "txt" | "html"): void {
    const [result, given] = [this.#result(), this.#given];
    if (result !== null && given !== null) {
      void this.#saving.save(ending, result, given).then((told) => void (this.#panel.done.textContent = told));
    }
  }

  #print(): void {
    this.#shown.unfold();
    print();
  }

  /** Something begins that may take a while; what was under way is of no use any more. */
  #begin(id: string, values: Record<string, string> = {}): number {
    const { progress, news } = this.#panel;
    clearTimeout(this.#slow);
    this.#turn += 1;
    news.textContent = "";
    this.#status.tell(id, values);
    progress.removeAttribute("value");
    this.#slow = window.setTimeout(() => {
      progress.hidden = false;
      this.#panel.button("stop").hidden = false;
    }, SHORT_MS);
    return this.#turn;
  }

  /** Nothing is under way any more. */
  #rest(id = ""): void {
    clearTimeout(this.#slow);
    this.#panel.button("stop").hidden = true;
    this.#status.tell(id);
  }

  #stop(): void {
    this.#turn += 1;
    this.#workbook.stop();
    this.#rules.stop();
    this.#rest("say.stopped");
    this.#panel.button("open").focus();
  }

  #tell(id: string, values: Record<string, string> = {}): void {
    this.#panel.news.textContent = id === "" ? "" : this.#say(id, values);
  }

  /** Another list: what was said of the one before holds no more. */
  #forget(): void {
    this.#given = this.#looked = null;
    this.#answers.clear();
    this.#sheet = "";
    this.#shown.forget();
    this.#panel.result.hidden = this.#panel.asks.hidden = true;
  }
}

/** Let a reader have lists of files looked at, on the page for it. */
export function bindFileCheck(root: ParentNode, context: FileCheckContext): void {
  const panel = findPanel(root);
  if (panel !== null) {
    const say = readMessages(document.getElementById("kmop-files-messages"), "lists");
    new FileCheck(panel, say, context).open();
  }
}
