/** The page around answers that come in: what the rules say of them, and what the reader is told. */

import type { ImportContext } from "../../../frontend/import-export/open-file.ts";

type Verdict = Awaited<ReturnType<ImportContext["assess"]>>;

export interface FakeImport {
  context: ImportContext;
  /** What was shown beside the form, and what was announced, in order; null where something was taken away. */
  told: (string | null)[];
  /** The texts that the rules were asked about. */
  assessed: string[];
}

/** What the rules say of answers in which these places are wrong. */
export function faults(...paths: string[][]): Verdict {
  const found = paths.map((path) => ({ path, text: "wrong" }));
  return { answers: {}, messages: [], outcome: { faults: found } } as unknown as Verdict;
}

/** What they say of answers of an earlier norm with nothing against them, which are these now. */
export function migrated(answers: object, ...messages: string[]): Verdict {
  return { answers, messages, outcome: { faults: [] } } as unknown as Verdict;
}

/** A form that asks one question. */
export function fakeForm(): object {
  const asked = { textContent: " Bent u een starter? " };
  const block = { querySelector: () => asked };
  const querySelector = (selector: string) => (selector.includes("starter") ? block : null);
  return { elements: [], querySelectorAll: () => [], querySelector };
}

/** A page on which nothing is answered yet, and whose rules say this; null when they failed. */
export function importContext(verdict: Verdict): FakeImport {
  const [told, assessed]: [(string | null)[], string[]] = [[], []];
  const panel = {
    notice: (_: string, notice: { text: string; faults?: { place: string }[] } | null) => {
      told.push(notice && [notice.text, ...(notice.faults ?? []).map(({ place }) => place)].join(" "));
    },
    announce: (text: string) => void told.push(text),
  };
  const context = {
    say: (id: string, values: object = {}) => [id, ...Object.values(values)].join(" "),
    panel,
    workspace: { isEmpty: true },
    norm: { id: "kmop", version: "1" },
    notice: { showMigrated: (messages: string[]) => told.push(...messages) },
    form: fakeForm(),
    assess: async (text: string) => {
      assessed.push(text);
      return verdict;
    },
  };
  return { context: context as unknown as ImportContext, told, assessed };
}
