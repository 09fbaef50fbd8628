/** Each button makes one kind of file of the folder as it is then, and tells what became of it. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import type { Folder } from "../../../frontend/contract/folder.ts";
import { bindExportButtons } from "../../../frontend/import-export/export-buttons.ts";
import { setGlobal } from "../globals.ts";
import { FakeElement, fakePage, type FakePage } from "./fake-page.ts";
import { folder } from "./folders.ts";

const KINDS = ["folder", "folder-print", "plan", "plan-print", "documents", "actions", "calendar"];

let buttons: Record<string, FakeElement>;
let page: FakePage;
let enable: () => void;
let told: ({ tone: string; text: string } | null)[];
let announced: string[];
let current: () => Promise<Folder | null>;

beforeEach(() => {
  mock.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  const button = (take: string): FakeElement => Object.assign(new FakeElement("button"), { dataset: { take } });
  buttons = Object.fromEntries(KINDS.map((kind) => [kind, button(kind)]));
  page = fakePage(Object.values(buttons));
  [told, announced] = [[], []];
  current = async () => folder();
  const panel = {
    notice: (_: string, notice: (typeof told)[number]) => void told.push(notice),
    announce: (text: string) => void announced.push(text),
  };
  const say = (id: string, values: object = {}) => [id, ...Object.values(values)].join(" ");
  enable = bindExportButtons({ say, panel, folder: () => current(), assessment: () => "a1" } as never);
});

/** Press a button, and wait until it is done. */
async function press(kind: string): Promise<void> {
  buttons[kind]!.click();
  while (buttons[kind]!.attributes.has("aria-busy")) {
    await new Promise(setImmediate);
  }
}

test("nothing can be taken along before there is a result", () => {
  assert.deepEqual(Object.values(buttons).map(({ disabled }) => disabled), KINDS.map(() => true));
  enable();
  assert.deepEqual(Object.values(buttons).map(({ disabled }) => disabled), KINDS.map(() => false));
});

const SAVED: Record<string, [string, RegExp, RegExp]> = {
  folder: ["map.docx", /wordprocessingml/, /^PK/],
  plan: ["plan.docx", /wordprocessingml/, /^PK/],
  documents: ["stukken.csv", /^text\/csv/, /^\ufeff?a\r\nb\r\n$/],
  actions: ["werk.csv", /^text\/csv/, /^\ufeff?c\r\nd\r\n$/],
  calendar: ["dagen.ics", /^text\/calendar/, /^BEGIN:VCALENDAR/],
};
for (const [kind, [name, type, text]] of Object.entries(SAVED)) {
  test(`a file is saved under the name that the folder gives it, and that is told: ${kind}`, async () => {
    await press(kind);

    const [file, ...others] = page.saved;
    assert.deepEqual([file?.name, others], [name, []]);
    assert.match(file!.type, type);
    assert.match(await file!.text, text);
    assert.deepEqual([told, announced], [[null], [`take.saved ${name}`]]);
  });
}

for (const [kind, title] of [["folder-print", "Auditmap"], ["plan-print", "Werkplan"]] as const) {
  test(`what is printed shows by itself, and nothing is told of it: ${kind}`, async () => {
    let shown = "";
    setGlobal("window", Object.assign(new EventTarget(), { print: () => (shown = page.body.text) }));
    await press(kind);

    assert.match(shown, new RegExp(`^${title}`));
    assert.deepEqual([told, announced, page.saved], [[null], [], []]);
  });
}

test("while a file is made its button is busy", () => {
  current = () => new Promise(() => undefined);
  buttons["calendar"]!.click();

  assert.equal(buttons["calendar"]!.attributes.get("aria-busy"), "true");
});

test("that nothing was answered is told with what was saved", async () => {
  current = async () => folder({ empty: "U beantwoordde nog niets." });
  await press("calendar");

  assert.equal(announced.at(-1), "take.saved dagen.ics U beantwoordde nog niets.");
});

test("a calendar in which there is nothing to do says so, and is no file", async () => {
  const today = { uid: "none", summary: "Niets te doen.", day: "2026-11-22", is_target: false, remind: null, description: "" };
  current = async () => folder({ calendar: { ...folder().calendar, events: [today] } });
  await press("calendar");

  assert.equal(announced.at(-1), "Niets te doen.");
  assert.deepEqual(page.saved, []);
});

test("answers that are at fault give no file, and that is told", async () => {
  current = async () => null;
  await press("documents");

  assert.deepEqual(told, [null, { tone: "bad", text: "take.not_now" }]);
  assert.deepEqual(page.saved, []);
});

test("a file that cannot be made is told, and its button can be pressed again", async () => {
  mock.method(console, "warn", () => undefined);
  current = async () => ({ ...folder(), calendar: null as never });
  await press("calendar");
  assert.deepEqual(told, [null, { tone: "bad", text: "take.failed" }]);

  current = async () => folder();
  await press("calendar");

  assert.equal(page.saved.length, 1);
});
