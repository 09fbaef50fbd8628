/** The day of the result: today as long as the reader chose no other, also on a page that stays open. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { ReportDate } from "../../../frontend/ui/report-date.ts";
import { setGlobal } from "../globals.ts";

const HOUR_MS = 60 * 60 * 1000;

let page: EventTarget;
let field: { value: string; validity: { valid: boolean } };
let turned: string[];
let date: ReportDate;

beforeEach(() => {
  page = new EventTarget();
  setGlobal("document", page);
  setGlobal("addEventListener", page.addEventListener.bind(page));
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: new Date(2026, 10, 28, 23, 0) });
  field = { value: "", validity: { valid: true } };
  turned = [];
  date = new ReportDate(field as unknown as HTMLInputElement, (day) => turned.push(day));
  date.start();
});

test("it begins with today", () => assert.deepEqual([date.value, field.value], ["2026-11-28", "2026-11-28"]));

test("at midnight it goes on with the new day and tells, day after day", () => {
  mock.timers.tick(HOUR_MS);
  mock.timers.tick(24 * HOUR_MS);

  assert.deepEqual(turned, ["2026-11-29", "2026-11-30"]);
  assert.equal(field.value, "2026-11-30");
});

test("a day that the reader chose stays", () => {
  field.value = "2026-12-24";
  mock.timers.tick(25 * HOUR_MS);

  assert.deepEqual([date.value, turned], ["2026-12-24", []]);
});

for (const type of ["focus", "pageshow", "visibilitychange"]) {
  test(`a computer that slept over midnight is right at ${type}`, () => {
    mock.timers.setTime(new Date(2026, 10, 29, 8, 0).getTime());
    page.dispatchEvent(new Event(type));

    assert.equal(turned.at(-1), "2026-11-29");
  });
}

test("who asks for the day gets that of now, and it is told once", () => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date"], now: new Date(2026, 10, 29, 8, 0) });

  assert.deepEqual([date.value, date.value, turned], ["2026-11-29", "2026-11-29", ["2026-11-29"]]);
});

test("without a day, or with one that cannot be, it is today", () => {
  field.value = "";
  assert.equal(date.value, "2026-11-28");
  field.value = "0022-06-15";
  field.validity.valid = false;
  assert.equal(date.value, "2026-11-28");
});
