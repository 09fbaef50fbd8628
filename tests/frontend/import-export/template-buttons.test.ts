/** The button of a template makes a file of the answers as they are then, and tells beside itself what became of it. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import type { Template } from "../../../frontend/contract/template.ts";
import { bindTemplateButtons } from "../../../frontend/import-export/template-buttons.ts";
import { FakeElement, fakePage, type FakePage } from "./fake-page.ts";
import { paper } from "./folders.ts";

const ABOUT = { name: "Uitleg", facts: [], columns: ["Kolom"], widths: [20], rows: [] };
const TEMPLATE: Template = {
  unneeded: null,
  paper: paper([], { file: "lijst" }),
  workbook: { file: "lijst", list: { name: "Lijst", columns: [] }, about: ABOUT },
};

let buttons: Record<string, FakeElement>;
let page: FakePage;
let told: { textContent: string };
let asked: string[];
let current: () => Promise<Template | null>;
let enable: () => void;

beforeEach(() => {
  mock.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  told = { textContent: "" };
  const parentElement = { querySelector: () => told };
  const button = (form: string): FakeElement => {
    return Object.assign(new FakeElement("button"), { dataset: { template: "list", form }, parentElement });
  };
  buttons = { docx: button("docx"), xlsx: button("xlsx") };
  page = fakePage(Object.values(buttons));
  [asked, current] = [[], async () => TEMPLATE];
  const say = (id: string, values: object = {}): string => [id, ...Object.values(values)].join(" ");
  const template = (name: string): Promise<Template | null> => {
    asked.push(name);
    return current();
  };
  enable = bindTemplateButtons({ say, language: "nl", template } as never);
});

async function press(form: string): Promise<void> {
  buttons[form]!.click();
  while (buttons[form]!.attributes.has("aria-busy")) {
    await new Promise(setImmediate);
  }
}

test("no template is made before the rules answer", () => {
  assert.deepEqual(Object.values(buttons).map(({ disabled }) => disabled), [true, true]);
  enable();
  assert.deepEqual(Object.values(buttons).map(({ disabled }) => disabled), [false, false]);
});

for (const [form, type] of [["docx", /wordprocessingml/], ["xlsx", /spreadsheetml/]] as const) {
  test(`a file is saved under the name of the template, and that is told: ${form}`, async () => {
    await press(form);

    const [file, ...others] = page.saved;
    assert.deepEqual([asked, file?.name, others], [["list"], `lijst.${form}`, []]);
    assert.match(file!.type, type);
    assert.match(await file!.text, /^PK/);
    assert.equal(told.textContent, `take.saved lijst.${form}`);
  });
}

test("that a document is not needed is told instead", async () => {
  current = async () => ({ unneeded: "Niet nodig.", paper: null, workbook: null });
  await press("docx");
  assert.deepEqual([told.textContent, page.saved], ["Niet nodig.", []]);
});

test("that it cannot be made now is told", async () => {
  current = async () => null;
  await press("xlsx");
  assert.deepEqual([told.textContent, page.saved], ["take.not_now", []]);
});

test("that it failed is told", async () => {
  mock.method(console, "warn", () => undefined);
  current = () => Promise.reject(new Error("gone"));
  await press("docx");
  assert.deepEqual([told.textContent, page.saved], ["take.failed", []]);
});

test("while a file is made its button is busy", () => {
  current = () => new Promise(() => undefined);
  buttons["docx"]!.click();
  assert.equal(buttons["docx"]!.attributes.get("aria-busy"), "true");
});
