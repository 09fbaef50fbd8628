/** Many files come in without a question: each as an assessment of its own, and one list says what did not. */

import "../no-page.ts";
import { setGlobal } from "../globals.ts";
import { fakeForm } from "./import-context.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { pack } from "../../../frontend/import-export/archive.ts";
import { areMany, type ManyContext, openMany } from "../../../frontend/import-export/open-many.ts";
import type { Notice } from "../../../frontend/ui/status-panel.ts";

setGlobal("CSS", { escape: (text: string) => text });

interface Page {
  context: ManyContext;
  /** The titles of what was added, in order. */
  added: unknown[];
  removed: string[];
  shown(): Notice;
}

function page({ mostKept = Infinity, isAvailable = true } = {}): Page {
  const [added, removed, notices]: [unknown[], string[], (Notice | null)[]] = [[], [], []];
  const workspace = {
    saved: { isAvailable },
    kept: {
      addAll: async (documents: { title?: string }[], tell: (id: string) => void) => {
        for (const { title } of documents) {
          if (added.length >= mostKept) {
            throw new DOMException("full", "QuotaExceededError");
          }
          added.push(title);
          tell(`id-${added.length}`);
        }
      },
      removeUntouched: async (ids: string[]) => {
        removed.push(...ids);
        return 0;
      },
    },
  };
  const context = {
    say: (id: string, values: object = {}) => [id, ...Object.values(values)].join(" "),
    panel: { notice: (_: string, notice: Notice | null) => notices.push(notice), announce: () => undefined, announceSoon: () => undefined },
    workspace,
    form: fakeForm(),
    assess: async (text: string) => ({ answers: {}, messages: [], outcome: { faults: text.includes("fout") ? [{ path: ["profile", "x"], text: "mag niet" }] : [] } }),
  };
  return { context: context as unknown as ManyContext, added, removed, shown: () => notices.at(-1) as Notice };
}

const answers = (title: string): string => JSON.stringify({ format: "kmop-answers/1", title });
const file = (content: BlobPart, name: string): File => new File([content], name);
const lines = ({ faults }: Notice): string[] => (faults ?? []).map(({ place, fault }) => `${place}: ${fault.text}`);

test("each file becomes an assessment, and those that cannot say why", async () => {
  const { context, added, shown } = page();

  await openMany([file(answers("A"), "a.json"), file("{", "b.json"), file(answers("fout"), "c.json"), file(answers("D"), "d.json")], context);

  assert.deepEqual(added, ["A", "D"]);
  assert.equal(shown().text, "many.opened 2 4");
  assert.deepEqual(lines(shown()), ["b.json: many.reason.not_json 2", "c.json: many.reason.fault fault.part.profile mag niet"]);
});

test("all of them are taken away again at once", async () => {
  const { context, removed, shown } = page();
  await openMany([file(answers("A"), "a.json"), file(answers("B"), "b.json")], context);

  shown().actions?.[0]?.act();
  await new Promise((go) => setTimeout(go));

  assert.deepEqual(removed, ["id-1", "id-2"]);
});

test("answers without a name go by that of their file", async () => {
  const { context, added } = page();
  await openMany([file('{"format": "kmop-answers/1"}', "Bakker bv.json"), file(answers("B"), "b.json")], context);
  assert.deepEqual(added, ["Bakker bv", "B"]);
});

test("an archive is opened as its files, which keep having no name", async () => {
  const { context, added, shown } = page();
  const archive = pack([{ name: "A", text: answers("A") }, { name: "Zonder naam", text: '{"format": "kmop-answers/1"}' }]);

  await openMany([file(archive, "alles.zip")], context);

  assert.deepEqual(added, ["A", undefined]);
  assert.deepEqual(lines(shown()), []);
});

test("an archive is known by what is in it, and not by its name", async () => {
  const archive = file(pack([{ name: "A", text: "{}" }]), "alles.json");
  assert.deepEqual([await areMany([archive]), await areMany([file("{}", "a.zip")])], [true, false]);
});

test("a broken archive is one line, and the files beside it are opened", async () => {
  const { context, added, shown } = page();
  await openMany([file("PK\u0003\u0004stuk", "stuk.zip"), file(answers("A"), "a.json")], context);
  assert.deepEqual([added, lines(shown())], [["A"], ["stuk.zip: many.reason.broken"]]);
});

test("once the browser is full, the rest is told, and what was kept stays", async () => {
  const { context, added, shown } = page({ mostKept: 1 });
  await openMany([file(answers("A"), "a.json"), file(answers("B"), "b.json")], context);
  assert.deepEqual([added, lines(shown())], [["A"], ["b.json: many.reason.full"]]);
});

test("where nothing is kept nothing is opened, and that is said", async () => {
  const { context, added, shown } = page({ isAvailable: false });
  await openMany([file(answers("A"), "a.json"), file(answers("B"), "b.json")], context);
  assert.deepEqual([added, shown().text], [[], "many.not_kept"]);
});
