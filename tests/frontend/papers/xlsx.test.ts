/** A list as a workbook: its heading stays, its columns know what they take, and another sheet explains them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Column, Workbook } from "../../../frontend/contract/template.ts";
import { asXlsx } from "../../../frontend/papers/xlsx.ts";
import { CLEAN, NASTY } from "../import-export/folders.ts";
import { unzip } from "../import-export/unzip.ts";

const LIST = "xl/worksheets/sheet1.xml";
const ABOUT = "xl/worksheets/sheet2.xml";

function column(given: Partial<Column> = {}): Column {
  return { title: "Klant", width: 20, format: "text", options: [], ...given };
}

async function files(columns: Column[], about: Partial<Workbook["about"]> = {}): Promise<Record<string, string>> {
  const explained = { name: "Uitleg", facts: [], columns: ["Kolom", "Bron"], widths: [20, 30], rows: [], ...about };
  return unzip(await asXlsx({ file: "lijst", list: { name: "Lijst", columns }, about: explained }));
}

async function sheet(...columns: Column[]): Promise<string> {
  return (await files(columns))[LIST] ?? "";
}

/** What a sheet holds, as it is read. */
function texts(made: Record<string, string>): string[] {
  const found = (made["xl/sharedStrings.xml"] ?? "").matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g);
  return [...found].map(([, text = ""]) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
}

function rules(xml: string): string[] {
  return [...xml.matchAll(/<dataValidation .*?<\/dataValidation>/g)].map(([rule]) => rule);
}

test("the heading stays in sight", async () => {
  assert.match(await sheet(column()), /<pane [^>]*ySplit="1"[^>]*state="frozen"/);
});

test("each column is as wide as it says", async () => {
  assert.match(await sheet(column({ width: 12 }), column({ width: 34 })), /<cols><col min="1" max="1" width="12".*<col min="2" max="2" width="34"/);
});

test("a column with few values offers these in each row below the heading", async () => {
  const [rule = "", ...others] = rules(await sheet(column(), column({ options: ["met", "zonder"] })));

  assert.deepEqual(others, []);
  assert.match(rule, /type="list".*sqref="B2:B101"/);
  assert.match(rule, /<formula1>(?:"|&quot;)met,zonder(?:"|&quot;)<\/formula1>/);
});

for (const options of [["een, twee", "drie"], ['"zo"', "anders"], ["x".repeat(200), "y".repeat(60)]]) {
  test(`values that such a rule cannot hold are not offered: ${options[0]?.slice(0, 10)}`, async () => {
    assert.deepEqual(rules(await sheet(column({ options }))), []);
  });
}

test("a column of days takes days only, and shows them as Belgians write them", async () => {
  const made = await files([column({ format: "date" })]);

  assert.match(rules(made[LIST] ?? "")[0] ?? "", /type="date".*sqref="A2:A101"/);
  assert.match(made["xl/styles.xml"] ?? "", /formatCode="dd\/mm\/yyyy"/);
});

test("a column of numbers takes no less than nothing", async () => {
  assert.match(rules(await sheet(column({ format: "number" })))[0] ?? "", /type="decimal" operator="greaterThanOrEqual".*<formula1>0</);
});

test("rules stand where Excel looks for them: behind the cells and before the page", async () => {
  const xml = await sheet(column({ options: ["ja", "nee"] }));
  const places = ["<sheetPr", "<sheetViews", "</sheetData>", "<dataValidations", "<pageMargins", "<pageSetup"].map((tag) => xml.indexOf(tag));

  assert.deepEqual(places, places.filter((place) => place >= 0).toSorted((one, other) => one - other));
});

test("the sheet that explains has no rules", async () => {
  const made = await files([column({ options: ["ja", "nee"] })]);
  assert.deepEqual(rules(made[ABOUT] ?? ""), []);
});

test("print shows all columns beside each other", async () => {
  assert.match(await sheet(column()), /<pageSetup [^>]*orientation="landscape"[^>]*fitToWidth="1"/);
});

test("every text is there as text, without what no workbook can hold", async () => {
  const facts = [{ label: `label ${NASTY}`, text: `text ${NASTY}` }];
  const about = { name: "Uitleg", facts, columns: [`head ${NASTY}`, "Bron"], rows: [[`cell ${NASTY}`, ""]] };
  const found = texts(await files([column({ title: `title ${NASTY}` })], about));

  assert.deepEqual(["label", "text", "head", "cell", "title"].filter((place) => !found.includes(`${place} ${CLEAN}`)), []);
});

test("a text that looks like a formula is a text", async () => {
  const made = await files([column({ title: "=1+1" })]);
  assert.equal(Object.values(made).join("").includes("<f>"), false);
});

test("cells without a style have the one that every spreadsheet knows", async () => {
  const styles = (await files([column()]))["xl/styles.xml"] ?? "";
  const places = ["<borders", "<cellStyleXfs", "<cellXfs", "<cellStyles"].map((tag) => styles.indexOf(tag));

  assert.deepEqual(places, places.filter((place) => place >= 0).toSorted((one, other) => one - other));
});
