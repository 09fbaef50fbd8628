/** The days as a calendar takes them: whole days, and the same bytes for the same folder. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Event } from "../../../frontend/contract/folder.ts";
import { asCalendar } from "../../../frontend/import-export/ics.ts";

const EVENT: Event = {
  uid: "audit.kmop", summary: "De audit", first: "2026-02-27", last: "2026-02-28", description: "Leg alles klaar.",
};
const NOTICE = "Dit is een zelftoets.";

/** The lines of a calendar with these events, put together again where they were folded. */
function lines(...events: Partial<Event>[]): string[] {
  const all = events.map((event) => ({ ...EVENT, ...event }));
  const text = asCalendar({ name: "Dagen\u0007", notice: NOTICE, stamp: "2026-11-22", events: all });
  return text.replaceAll("\r\n ", "").split("\r\n");
}

test("an event takes whole days, and ends on the day after its last", () => {
  const found = lines({});

  assert.ok(found.includes("DTSTART;VALUE=DATE:20260227"));
  assert.ok(found.includes("DTEND;VALUE=DATE:20260301"));
});

test("an event of one day takes that day, also where the clock is put forward", () => {
  const found = lines({ first: "2026-03-29", last: "2026-03-29" });

  assert.ok(found.includes("DTSTART;VALUE=DATE:20260329"));
  assert.ok(found.includes("DTEND;VALUE=DATE:20260330"));
});

test("the same days give the same bytes, with the day of the folder as their stamp", () => {
  assert.deepEqual(lines({}, { uid: "else" }), lines({}, { uid: "else" }));
  assert.ok(lines({}).includes("DTSTAMP:20261122T000000Z"));
});

test("an event keeps its own name, so that a later calendar replaces it", () => {
  const found = lines({}, { uid: "else.kmop" }).filter((line) => line.startsWith("UID:"));

  assert.deepEqual(found, ["UID:audit.kmop", "UID:else.kmop"]);
});

test("every event says that nobody looked at it", () => {
  const found = lines({}, { description: "" }).filter((line) => line.startsWith("DESCRIPTION:"));

  assert.deepEqual(found.map((line) => line.endsWith(NOTICE)), [true, true]);
});

test("days of work do not make anybody look busy", () => assert.ok(lines({}).includes("TRANSP:TRANSPARENT")));

test("signs that mean something to a calendar are only text", () => {
  const found = lines({ summary: "a, b; c \\ d\u0007\nEND:VEVENT" });

  assert.ok(found.includes("SUMMARY:a\\, b\\; c \\\\ d\\nEND:VEVENT"), found.join("\n"));
  assert.equal(found.filter((line) => line === "END:VEVENT").length, 1);
});

test("no line is longer than calendars take, and all end as calendars want", () => {
  const events = [{ ...EVENT, description: "een lange zin met één é ".repeat(20) }];
  const text = asCalendar({ name: "Dagen", notice: NOTICE, stamp: "2026-11-22", events });

  assert.ok(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75));
  assert.match(text, /END:VCALENDAR\r\n$/);
  assert.equal(text.replaceAll("\r\n", "").includes("\n"), false);
});

test("a calendar says who made it and what it is called", () => {
  const found = lines();

  assert.ok(found.includes("PRODID:-//kmop-gids//zelftoets//NL"));
  assert.ok(found.includes("X-WR-CALNAME:Dagen"));
});
