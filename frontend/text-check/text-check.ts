/**
 * The page of the text check: a text goes in, what seems wrong in it comes out. Python starts when the reader begins,
 * and nothing of it all is kept or sent.
 */

import type { CheckedText, TextForm } from "../contract/texts.js";
import { openText, type Readers } from "../desk-files/open-text.js";
import { guessedForm, MOST_TEXT_BYTES } from "../desk-files/plain-text.js";
import { copyText } from "../lib/clipboard.js";
import { download } from "../lib/download.js";
import { today } from "../lib/format.js";
import { readMessages, type Say } from "../lib/messages.js";
import { RulesOnDemand } from "../runtime/on-demand.js";
import { render } from "../ui/render.js";
import { findPanel, type Panel } from "./elements.js";
import { findingId, findingsTemplate, markedTemplate, placeId } from "./findings.js";
import { CheckStatus } from "./progress.js";

export interface TextCheckContext {
  /** The address of the page's own script. */
  script: string;
  readers: Readers;
}

/** What is looked at, as it was opened; what the reader pasted has no name. */
interface Given {
  text: string;
  form: TextForm;
  name: string;
}

const FILE_TYPES = { txt: "text/plain;charset=utf-8", html: "text/html;charset=utf-8" };

class TextCheck {
  readonly #panel: Panel;
  readonly #say: Say;
  readonly #status: CheckStatus;
  readonly #rules: RulesOnDemand;
  readonly #readers: Readers;
  /** What was opened, as long as it stands there unchanged. */
  #opened: Given | null = null;
  #shown: CheckedText | null = null;
  #isAsking = false;

  constructor(panel: Panel, say: Say, { script, readers }: TextCheckContext) {
    this.#panel = panel;
    this.#say = say;
    this.#readers = readers;
    this.#status = new CheckStatus(panel, say);
    this.#rules = new RulesOnDemand(script, {
      progressed: (progress) => this.#status.progressed(progress),
      failed: () => this.#status.tell("say.failed"),
    });
  }

  open(): void {
    const panel = this.#panel;
    panel.date.value = today();
    panel.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#check();
    });
    panel.form.addEventListener("input", () => this.#changed());
    panel.file.addEventListener("change", () => void this.#open(panel.file.files?.[0]));
    panel.source.addEventListener("dragover", (event) => event.preventDefault());
    panel.source.addEventListener("drop", (event) => this.#dropped(event));
    const buttons = {
      open: () => panel.file.click(),
      wipe: () => this.#wipe(),
      wrong: () => this.#example("wrong"),
      right: () => this.#example("right"),
      save: () => this.#save("txt"),
      html: () => this.#save("html"),
      print: () => this.#print(),
    } as const;
    for (const [name, work] of Object.entries(buttons)) {
      panel.button(name as keyof typeof buttons).addEventListener("click", work);
    }
    panel.section.hidden = false;
  }

  #changed(): void {
    this.#prepare();
    this.#panel.stale.hidden = this.#shown === null;
  }

  /** Start while the reader is busy, so that the answer comes at once. */
  #prepare(): void {
    void this.#rules.prepare().then((isNew) => {
      if (isNew && !this.#isAsking) {
        this.#status.tell("say.ready");
      }
    });
  }

  #dropped(event: DragEvent): void {
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined) {
      event.preventDefault();
      void this.#open(file);
    }
  }

  async #open(file: File | undefined): Promise<void> {
    this.#panel.file.value = ""; // so that the same one can be chosen again
    if (file === undefined) {
      return;
    }
    const { name } = file;
    const tell = (id: string, number = 0): void => void (this.#panel.news.textContent = this.#say(id, { name, number }));
    tell("say.reading");
    const opened = await openText(file, this.#readers);
    if ("refusal" in opened) {
      tell(`refused.${opened.refusal}`);
      return;
    }
    this.#put({ ...opened, name });
    const { unread } = opened;
    tell(unread === 0 ? "say.opened" : `say.unread_${unread === 1 ? "one" : "several"}`, unread);
    this.#prepare();
  }

  #put(given: Given): void {
    this.#panel.source.value = given.text;
    this.#opened = { ...given };
    this.#panel.stale.hidden = this.#shown === null;
  }

  #example(name: "wrong" | "right"): void {
    this.#panel.kind.value = "page";
    this.#panel.date.value = today();
    this.#panel.news.textContent = "";
    this.#put({ text: this.#say(`example.${name}`), form: "plain", name: this.#say("say.pasted") });
    void this.#check();
  }

  /** What stands there: as it was opened, or else as the reader wrote or pasted it. */
  #given(): Given {
    const { value } = this.#panel.source;
    const opened = this.#opened;
    if (opened !== null && asTyped(opened.text) === value) {
      return opened;
    }
    return { text: value, form: guessedForm(value), name: this.#say("say.pasted") };
  }

  async #check(): Promise<void> {
    const { kind, date } = this.#panel;
    const given = this.#given();
    const refused = this.#refused(given);
    if (refused !== null) {
      this.#status.tell(refused);
      return;
    }
    if (this.#isAsking) {
      return;
    }
    this.#isAsking = true;
    this.#status.tell("say.checking");
    const found = await this.#rules.ask("check_text", wellFormed(given.text), given.form, kind.value, date.value, given.name);
    this.#isAsking = false;
    if (found !== null) {
      this.#status.tell("");
      this.#show(found);
    }
  }

  #refused({ text }: Given): string | null {
    const { source, date } = this.#panel;
    if (text.trim() === "") {
      source.focus();
      return "say.nothing_given";
    }
    if (date.value === "") {
      date.focus();
      return "say.no_date";
    }
    return text.length > MOST_TEXT_BYTES ? "say.too_long" : null;
  }

  #show(found: CheckedText): void {
    const panel = this.#panel;
    const actions = {
      say: this.#say,
      show: (number: number) => goTo(placeId(number)),
      back: (number: number) => goTo(findingId(number)),
      copy: (text: string) => void this.#copy(text),
    };
    this.#shown = found;
    render(findingsTemplate(found.page, actions), panel.findings);
    render(markedTemplate(found.page.pieces, actions), panel.marked);
    panel.looked.open = found.page.groups.length === 0;
    panel.stale.hidden = true;
    panel.done.textContent = "";
    panel.result.hidden = false;
    panel.title.scrollIntoView();
    panel.title.focus({ preventScroll: true });
  }

  async #copy(text: string): Promise<void> {
    this.#panel.done.textContent = this.#say((await copyText(text)) ? "say.copied" : "say.not_copied");
  }

  #save(ending: keyof typeof FILE_TYPES): void {
    if (this.#shown !== null) {
      const name = this.#say("say.file", { date: today(), ending });
      download(name, this.#shown.files[ending], FILE_TYPES[ending]);
      this.#panel.done.textContent = this.#say("say.saved", { name });
    }
  }

  /** On paper everything is unfolded. */
  #print(): void {
    for (const fold of this.#panel.result.querySelectorAll("details")) {
      fold.open = true;
    }
    print();
  }

  #wipe(): void {
    this.#panel.source.value = "";
    this.#opened = null;
    this.#shown = null;
    this.#panel.result.hidden = true;
    render([], this.#panel.findings);
    render([], this.#panel.marked);
    this.#panel.news.textContent = "";
    this.#status.tell("");
    this.#panel.source.focus();
  }
}

/** A text as its field gives it back. */
function asTyped(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}

/** The same text without halves of characters, which Python would not take. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

function goTo(id: string): void {
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: "center" });
  target?.focus({ preventScroll: true });
}

/** Let a reader have texts looked at, on the page for it. */
export function bindTextCheck(root: ParentNode, context: TextCheckContext): void {
  const panel = findPanel(root);
  if (panel !== null) {
    const say = readMessages(document.getElementById("kmop-texts-messages"), "texts");
    new TextCheck(panel, say, context).open();
  }
}
