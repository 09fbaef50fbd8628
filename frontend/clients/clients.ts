/** Uw klanten: all assessments that this browser keeps, with what matters of each, to find, open and compare. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { nameOfAnswers } from "../answers/title.js";
import type { Answers } from "../answers/document.js";
import type { ClientRow } from "../contract/clients.js";
import type { SavedAssessment } from "../storage/database.js";
import type { PageContext } from "../ui/page-context.js";
import { render } from "../ui/render.js";
import type { Workspace } from "../workspace/workspace.js";
import { type Client, type Column, COLUMNS, named, sorted, type Sorting, turned } from "./order.js";
import { RowStore } from "./row-store.js";
import { type TableActions, tableTemplate } from "./table.js";

/** As many as fit beside each other. */
const MOST_COMPARED = 4;

const NEWEST: Sorting = { by: "changed", isDown: true };

export interface ClientsContext {
  page: PageContext;
  workspace: Workspace;
  /** The screen they stand on; its last child is drawn over. */
  section: HTMLElement;
  /** Whether that screen shows. */
  isShown(): boolean;
  date(): string;
  /** Ask the rules, as soon as they can; null when they failed. */
  ask(documents: Answers[], date: string): Promise<ClientRow[] | null>;
  /** Go on with one of them. */
  open(id: string): void;
  compare(ids: string[]): void;
  rename(id: string): void;
  remove(ids: string[]): void;
  startNew(): void;
  openFiles(): void;
  saveAll(): void;
}

export class Clients {
  readonly #context: ClientsContext;
  readonly #place: HTMLElement;
  readonly #rows: RowStore;
  readonly #actions: TableActions;
  readonly #chosen = new Set<string>();
  #sorting = NEWEST;
  #filter = "";
  #isDrawn = false;

  constructor(context: ClientsContext) {
    this.#context = context;
    this.#place = context.section.lastElementChild as HTMLElement;
    this.#rows = new RowStore({
      wanted: () => (context.isShown() ? context.workspace.saved.assessments : []),
      date: context.date,
      ask: context.ask,
      changed: () => this.#draw(),
    });
    this.#actions = {
      sort: (by) => this.#sort(turned(this.#sorting, by)),
      open: context.open,
      choose: (id, isChosen) => this.#choose(id, isChosen),
    };
    context.workspace.subscribe({ listChanged: () => this.update() });
  }

  /** Show what is kept now; as long as nobody looks, nothing is drawn or asked. */
  update(): void {
    for (const link of document.querySelectorAll<HTMLElement>(".kmop-to-clients")) {
      link.hidden = this.#kept.length < 2;
    }
    if (this.#kept.length === 0) {
      [this.#filter, this.#sorting] = ["", NEWEST];
    }
    if (this.#context.isShown()) {
      this.#draw();
      void this.#rows.fill();
    } else if (this.#isDrawn) {
      render(nothing, this.#place); // what nobody sees need not follow
      this.#isDrawn = false;
    }
  }

  get #kept(): readonly SavedAssessment[] {
    return this.#context.workspace.saved.assessments;
  }

  get #clients(): Client[] {
    const { workspace, page } = this.#context;
    return this.#kept.map((saved) => {
      const [isOpen, row] = [workspace.isOpen(saved.id), this.#rows.rowOf(saved)];
      const { id, answers, saved_at: changed } = saved;
      return { id, answers, changed, isOpen, row, name: nameOfAnswers(answers, page.say) };
    });
  }

  #sort(sorting: Sorting): void {
    this.#sorting = sorting;
    this.#draw();
  }

  #choose(id: string, isChosen: boolean): void {
    const { panel, say } = this.#context.page;
    if (isChosen && this.#chosen.size >= MOST_COMPARED) {
      panel.announce(say("clients.enough", { n: MOST_COMPARED }));
    } else {
      this.#chosen[isChosen ? "add" : "delete"](id);
    }
    this.#draw();
  }

  #compare(shown: readonly Client[]): void {
    const { compare } = this.#context;
    if (this.#chosen.size < 2) {
      this.#announce("clients.too_few");
    } else {
      const ids = shown.map(({ id }) => id);
      compare([...this.#chosen].sort((one, other) => ids.indexOf(one) - ids.indexOf(other)));
    }
  }

  #rename(): void {
    const [id, ...others] = this.#chosen;
    if (id === undefined || others.length > 0) {
      this.#announce("clients.only_one");
    } else {
      this.#context.rename(id);
    }
  }

  #remove(): void {
    if (this.#chosen.size === 0) {
      this.#announce("clients.none_chosen");
    } else {
      this.#context.remove([...this.#chosen]);
    }
  }

  #announce(sentence: string): void {
    const { panel, say } = this.#context.page;
    panel.announce(say(sentence));
  }

  #draw(): void {
    if (!this.#context.isShown()) {
      return;
    }
    this.#isDrawn = true;
    const { page, workspace } = this.#context;
    const all = this.#clients;
    const gone = [...this.#chosen].filter((id) => !all.some((client) => client.id === id));
    gone.forEach((id) => this.#chosen.delete(id));
    const clients = sorted(named(all, this.#filter), this.#sorting, page.language);
    render(workspace.saved.isAvailable ? this.#template(all, clients) : this.#unkept(), this.#place);
  }

  #unkept(): TemplateResult {
    return html`<p>${this.#context.page.say("clients.not_kept")}</p>`;
  }

  #template(all: readonly Client[], shown: readonly Client[]): TemplateResult {
    const { page, startNew, openFiles, saveAll } = this.#context;
    const { say, language } = page;
    const button = (id: string, act: () => void): TemplateResult =>
      html`<button type="button" class="kmop-button" data-act=${id} @click=${act}>${say(`clients.${id}`)}</button>`;
    const model = { clients: shown, chosen: this.#chosen, sorting: this.#sorting };
    return html`<div class="kmop-buttons">
        ${button("begin", startNew)} ${button("open_files", openFiles)} ${all.length > 0 ? button("save_all", saveAll) : nothing}
      </div>
      ${all.length === 0 ? html`<p>${say("clients.none")}</p>` : html`
        <div class="kmop-clients__bar">${this.#filterTemplate()} ${this.#sortTemplate()}</div>
        <p class="kmop-help kmop-clients__progress" role="status">${this.#progress(all, shown)}</p>
        <p class="kmop-help">${say("clients.notice")}</p>
        ${tableTemplate(model, this.#actions, say, language)}
        ${this.#chosenTemplate(shown)}`}`;
  }

  /** What can be done with what is chosen; a button stays where it is and tells what it lacks. */
  #chosenTemplate(shown: readonly Client[]): TemplateResult {
    const { say } = this.#context.page;
    const { size: n } = this.#chosen;
    const button = (name: string, can: boolean, act: () => void): TemplateResult =>
      html`<button type="button" class="kmop-button" data-act=${name} aria-disabled=${can ? "false" : "true"}
        @click=${act}>${say(`clients.${name}`, { n, most: MOST_COMPARED })}</button>`;
    return html`<div class="kmop-buttons kmop-clients__compare" role="group" aria-label=${say("clients.chosen")}>
      ${button("compare", n > 1, () => this.#compare(shown))} ${button("rename", n === 1, () => this.#rename())}
      ${button("remove", n > 0, () => this.#remove())}
    </div>`;
  }

  #filterTemplate(): TemplateResult {
    const typed = (event: Event): void => {
      this.#filter = (event.target as HTMLInputElement).value;
      this.#draw();
    };
    return html`<p><label class="kmop-entry-label" for="kmop-clients-filter">${this.#context.page.say("clients.filter")}</label>
      <input class="kmop-input" id="kmop-clients-filter" type="search" autocomplete="off" spellcheck="false"
        .value=${live(this.#filter)} @input=${typed} /></p>`;
  }

  /** Where the columns have no heads, a list sorts by them. */
  #sortTemplate(): TemplateResult {
    const { say } = this.#context.page;
    const chosen = (event: Event): void => {
      const by = (event.target as HTMLSelectElement).value as Column;
      this.#sort({ by, isDown: by === "changed" });
    };
    const { by } = this.#sorting;
    return html`<p class="kmop-clients__sort"><label class="kmop-entry-label" for="kmop-clients-sort">${say("clients.sort")}</label>
      <select class="kmop-input" id="kmop-clients-sort" @change=${chosen}>
        ${COLUMNS.map((column) => html`<option value=${column} .selected=${live(column === by)}>${say(`clients.column.${column}`)}</option>`)}
      </select></p>`;
  }

  #progress(all: readonly Client[], shown: readonly Client[]): string {
    const { say } = this.#context.page;
    const known = all.filter(({ row }) => row !== null).length;
    if (known < all.length) {
      return say(this.#rows.hasFailed ? "clients.failed" : "clients.progress", { n: known, of: all.length });
    }
    return say("clients.shown", { n: shown.length, of: all.length });
  }
}
