/** The answers as a file: what the reader typed just now is in it, and it reads back as the same. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { yamlToJson } from "../../../frontend/answers/yaml.ts";
import { saveAsJson, saveAsYaml } from "../../../frontend/import-export/save-file.ts";
import { setGlobal } from "../globals.ts";
import { fakePage, type FakePage } from "./fake-page.ts";

const ANSWERS = { format: "kmop-answers/1", profile: { starter: true, services: ["advice"] } };
const say = (id: string, values: object) => [id, ...Object.values(values)].join(" ");
let told: (string | null)[];
let refused: string[];

let page: FakePage;
/** What is open, which takes up the form only when it is asked to. */
const workspace = {
  forRules: {},
  readForm() {
    this.forRules = ANSWERS;
  },
};

const panel = {
  notice: (_: string, notice: { text: string } | null) => told.push(notice && notice.text),
  announce: (text: string) => told.push(text),
};
const around = { say, panel, form: { querySelector: () => null } };
const context = { page: around, workspace, refused: () => refused } as never;

beforeEach(() => {
  mock.reset();
  [told, refused] = [[], []];
  mock.timers.enable({ apis: ["Date", "setTimeout"], now: new Date(2026, 0, 5, 0, 30) });
  setGlobal("CSS", { escape: (text: string) => text });
  page = fakePage();
  workspace.forRules = {};
});

test("as JSON the answers are indented, under a name with the day", async () => {
  saveAsJson(context);

  const [{ name, type, text } = { name: "", type: "", text: "" }] = page.saved;
  assert.deepEqual([name, type], ["file.answers 2026-01-05", "application/json"]);
  assert.equal(await text, `${JSON.stringify(ANSWERS, null, 2)}\n`);
});

test("as YAML the answers read back as the same, under a name with the day", async () => {
  await saveAsYaml(context);

  const [{ name, type, text } = { name: "", type: "", text: "" }] = page.saved;
  assert.deepEqual([name, type], ["file.answers_yaml 2026-01-05", "application/yaml"]);
  assert.match(await text, /^# file\.yaml_head 2026-01-05\n/);
  assert.deepEqual(JSON.parse(yamlToJson(await text) ?? ""), ANSWERS);
});

test("an answer that is refused stays out of the file, which could not be opened with it, and that is told", async () => {
  refused = ["profile.starter"];
  saveAsJson(context);

  assert.deepEqual(JSON.parse(await page.saved[0]!.text), { ...ANSWERS, profile: { services: ["advice"] } });
  assert.deepEqual(told, ["left_out.text left_out.question profile.starter", "take.saved file.answers 2026-01-05"]);
  assert.ok(ANSWERS.profile.starter);
});

test("with nothing to leave out only that it was saved is told", () => {
  saveAsJson(context);

  assert.deepEqual(told, [null, "take.saved file.answers 2026-01-05"]);
});
