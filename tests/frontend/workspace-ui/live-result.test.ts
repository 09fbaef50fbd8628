/** The result follows the answers: the newest always last, and nothing is asked twice. */

import "../no-page.ts";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { LiveResult, type LiveResultParts } from "../../../frontend/workspace-ui/live-result.ts";
import { setGlobal } from "../globals.ts";
import { freshBrowser } from "../storage/fake-storage.ts";
import { type FakeRules, fakeRules } from "../workspace/fake-rules.ts";
import { NEWER, OLDER, openPage, OURS, type Page, saying, settled, type } from "../workspace/open-page.ts";

let page: Page;
let rules: FakeRules;
let live: LiveResult;
let date: string;
/** What shows, in order. */
let shown: string[];
/** The prices that were told, in order. */
let prices: unknown[];

beforeEach(async () => {
  freshBrowser();
  setGlobal("document", { hidden: true, querySelectorAll: () => [] });
  page = await openPage();
  rules = fakeRules((answers) => ({ answers: { ...answers, norm: OURS }, told: ["renewed"], faults: [] }));
  date = "2026-01-01";
  shown = [];
  prices = [];
  live = new LiveResult(parts());
  page.workspace.subscribe({ changed: (cause) => cause !== "migrated" && live.update() });
});

/** A page whose parts say what they are told to show. */
function parts(): LiveResultParts {
  const nothing = () => undefined;
  const panel = { announce: nothing, announceSoon: nothing, endProgress: nothing, notice: nothing, tell: nothing };
  return {
    page: { say: (id: string) => id, panel, form: { querySelectorAll: () => [] } },
    elements: { result: { setAttribute: nothing }, retry: { hidden: true }, outcome: {}, printedName: {} },
    workspace: page.workspace,
    rules,
    result: {
      isThere: true,
      show: ({ headline }: { headline: string }) => shown.push(headline),
      clear: () => shown.push("nothing"),
      complete: async () => undefined,
    },
    explanations: { refetchOpen: async () => undefined, fetchUnfolded: nothing },
    navigation: { setUnneeded: nothing },
    errors: { show: (faults: unknown[]) => faults.length > 0 },
    anchor: { keepInPlace: (draw: () => void) => draw() },
    whatIf: { isCurious: false, refetch: nothing },
    removed: { show: nothing },
    notice: {
      showMigrated: (messages: string[]) => shown.push(...messages),
      showNewer: (version: string) => shown.push(`newer ${version}`),
    },
    priced: (money: unknown) => prices.push(money),
    enableExport: nothing,
    date: () => date,
  } as unknown as LiveResultParts;
}

test("the result is of the newest answers, however many came while the rules were busy", async () => {
  for (const said of ["a", "b", "c"]) {
    type(page, said);
    await new Promise(setImmediate);
  }
  await settled();

  assert.deepEqual(rules.asked, ["assess a 2026-01-01", "assess c 2026-01-01"]);
  assert.equal(shown.at(-1), "c");
});

test("before the rules are ready nothing is asked", async () => {
  rules.isReady = false;

  type(page, "x");
  await settled();

  assert.deepEqual(rules.asked, []);
});

test("a file that is opened is migrated once and assessed once", async () => {
  const found = await live.assessImport(JSON.stringify(saying("x", OLDER)));
  page.workspace.replace(found!.answers, saying("x", OLDER));
  await settled();

  assert.deepEqual(rules.asked, ["migrate x", "assess x 2026-01-01"]);
  assert.deepEqual(shown, ["x"]);
});

test("a link that is opened beside the work is migrated once and assessed once", async () => {
  const found = await live.assessImport(JSON.stringify(saying("x", OLDER)));
  await page.workspace.openAsNew(found!.answers, "steps", saying("x", OLDER));
  await settled();

  assert.deepEqual(rules.asked, ["migrate x", "assess x 2026-01-01"]);
});

test("what was assessed for a file is not shown for other answers, nor for another day", async () => {
  const found = await live.assessImport(JSON.stringify(saying("x")));
  type(page, "mine");
  await settled();
  page.workspace.replace(found!.answers);
  await settled();
  await live.assessImport(JSON.stringify(saying("x")));
  date = "2027-01-01";
  live.update();
  await settled();

  assert.deepEqual(shown, ["mine", "x", "x"]);
  assert.equal(rules.asked.filter((asked) => asked.startsWith("assess")).length, 5);
});

test("answers of an earlier norm come along before they are assessed, which is told", async () => {
  page.workspace.replace(saying("x", OLDER));
  await settled();

  assert.deepEqual(rules.asked, ["migrate x", "assess x 2026-01-01"]);
  assert.deepEqual(shown, ["renewed", "x"]);
});

test("answers that the rules refuse are shown once what is gone is put aside", async () => {
  const assess = rules.assess.bind(rules);
  rules.migrate = () => ({ answers: saying("without"), told: ["put aside"], faults: [] });
  rules.assess = async (text, day) => {
    const outcome = await assess(text, day);
    return text.includes("without") ? outcome : { ...outcome!, faults: [{ path: ["checks", "GON-1"], text: "unknown" }] };
  };

  page.workspace.replace(saying("with"));
  await settled();

  assert.deepEqual(rules.asked, ["assess with 2026-01-01", "migrate with", "assess without 2026-01-01"]);
  assert.deepEqual(shown, ["put aside", "without"]);
});

test("of answers of a newer norm no result shows, and why", async () => {
  page.workspace.replace(saying("x", NEWER));
  await settled();

  assert.deepEqual([rules.asked, shown], [[], ["newer 3", "nothing"]]);
});

test("the price of each result is told, and that there is none", async () => {
  type(page, "a");
  await settled();
  assert.equal(prices.length, 1);

  page.workspace.replace(saying("x", NEWER));
  await settled();
  assert.equal(prices.at(-1), null);
});

test("who waits for the rules goes on with the first result", async () => {
  let isReady = false;
  rules.isReady = false;
  setGlobal("WebAssembly", { instantiateStreaming: () => undefined });
  setGlobal("Worker", class {
    constructor(_address: string, options: { type: string }) {
      void options.type;
    }
    terminate(): void {}
  });
  void live.whenReady().then(() => (isReady = true));
  await settled();
  assert.equal(isReady, false);

  rules.isReady = true;
  live.update();
  await settled();

  assert.equal(isReady, true);
});
