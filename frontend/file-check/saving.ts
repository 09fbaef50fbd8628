/** What was found as a file: a workbook with it beside the rows, lines of text, or a page. */

import { download } from "../lib/download.js";
import { today } from "../lib/format.js";
import type { Say } from "../lib/messages.js";
import type { RulesOnDemand } from "../runtime/on-demand.js";
import type { Result } from "./findings.js";

/** The list that was opened last, as JSON (`GivenList`). */
export interface Given {
  name: string;
  list: string;
  isWorkbook: boolean;
}

const TYPES = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", txt: "text/plain;charset=utf-8", html: "text/html;charset=utf-8" };

export class ListSaving {
  readonly #rules: RulesOnDemand;
  readonly #say: Say;

  constructor(rules: RulesOnDemand, say: Say) {
    this.#rules = rules;
    this.#say = say;
  }

  /** @returns What is told of it */
  async save(ending: keyof typeof TYPES, result: Result, given: Given): Promise<string> {
    const name = this.#say("say.file", { date: today(), ending });
    const content = await this.#content(ending, result, given).catch((error: unknown) => void console.warn(error));
    if (!content) {
      return this.#say("say.not_saved");
    }
    download(name, content, TYPES[ending]);
    return this.#say("say.saved", { name });
  }

  async #content(ending: keyof typeof TYPES, result: Result, { name, list, isWorkbook }: Given): Promise<BlobPart | null> {
    if (ending !== "xlsx") {
      return this.#rules.ask("files_report", JSON.stringify(result.report), name, ending);
    }
    const { findingsAsXlsx } = await import("./findings-xlsx.js");
    const rows = await this.#rules.ask("file_rows", list, result.report.sheet);
    return rows && findingsAsXlsx(rows, result, isWorkbook, this.#say);
  }
}
