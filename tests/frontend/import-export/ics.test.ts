/** The days as a calendar takes them: whole days, that it knows again. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Calendar, Event } from "../../../frontend/contract/folder.ts";
import { asCalendar } from "../../../frontend/import-export/ics.ts";

const EVENT: Event = {
  uid: "audit", summary: "De audit", day: "2026-02-27", remind: 7, description: "Leg alles klaar.",
};
const MADE = { assessment: "a1", at: new Date("2026-11-22T10:11:12Z") };
const NOTICE = "Dit is een zelftoets.";

/** The lines of a calendar with these events, put together again where they were folded. */
function lines(...events: Partial<Event>[]): string[] {
  const all = events.map((event) => ({ ...EVENT, ...event }));
  return unfolded({ events: all });
}

function unfolded(calendar: Partial<Calendar>, made = MADE): string[] {
  const text = asCalendar({ name: "Dagen\u0007", notice: NOTICE, norm: "kmop", events: [EVENT], ...calendar }, made);
  return text.replaceAll("\r\n ", "").split("\r\n");
}

/** What stands in the only line that begins with this. */
function valueOf(name: string, found: string[]): string {
  const [line, ...more] = found.filter((each) => each.startsWith(`${name}:`));
  assert.deepEqual(more, []);
  return line?.slice(name.length + 1) ?? "";
}

for (const [day, after] of [["20260227", "20260228"], ["20260329", "20260330"]] as const) {
  test(`an event takes one whole day, also where the clock is put forward: ${day}`, () => {
    const found = lines({ day: day.replace(/(....)(..)/, "$1-$2-") });

    assert.ok(found.includes(`DTSTART;VALUE=DATE:${day}`));
    assert.ok(found.includes(`DTEND;VALUE=DATE:${after}`));
  });
}

for (const [remind, trigger] of [[7, "-P6DT15H"], [1, "-PT15H"]] as const) {
  test(`a reminder comes at nine in the morning, ${remind} days before`, () => {
    assert.deepEqual(lines({ remind }).filter((line) => line.startsWith("TRIGGER")), [`TRIGGER:${trigger}`]);
  });
}

test("on the day itself there is no reminder before it", () => {
  assert.equal(lines({ remind: 0 }).includes("BEGIN:VALARM"), false);
});

test("what is no day to act on has no reminder", () => {
  assert.equal(lines({ remind: null }).includes("BEGIN:VALARM"), false);
});

test("events keep their names when the assessment gets another title, so that a later calendar replaces them", () => {
  const [one, other] = ["Dagen", "Anders"].map((name) => valueOf("UID", unfolded({ name })));

  assert.equal(one, "audit.a1@kmop");
  assert.equal(one, other);
});

test("two assessments share no event", () => {
  const names = ["a1", "a2"].map((assessment) => valueOf("UID", unfolded({}, { ...MADE, assessment })));

  assert.equal(new Set(names).size, 2);
});

test("a later export has a higher sequence and stamp, by which a calendar knows that it is newer", () => {
  const moments = [MADE.at, new Date(MADE.at.getTime() + 1000), new Date("2037-12-31T00:00:00Z")];
  const made = moments.map((at) => unfolded({}, { ...MADE, at }));
  const sequences = made.map((found) => Number(valueOf("SEQUENCE", found)));

  assert.deepEqual(sequences, sequences.toSorted((one, other) => one - other));
  assert.equal(new Set(sequences).size, 3);
  assert.ok((sequences[2] ?? 0) < 2 ** 31);
  assert.equal(valueOf("DTSTAMP", made[0] ?? []), "20261122T101112Z");
});

for (const lineBreak of ["\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\v", "\f"]) {
  test(`no text ends a line of the calendar with ${JSON.stringify(lineBreak)}`, () => {
    const evil = `x${lineBreak}BEGIN:VEVENT${lineBreak}SUMMARY:Betaal`;
    const found = unfolded({
      name: evil, notice: evil, events: [{ ...EVENT, summary: evil, description: evil }],
    });

    // Some readers end a line at each of these.
    const read = found.flatMap((line) => line.split(/[\n\r\u0085\u2028\u2029\v\f]/));
    assert.deepEqual(read.filter((line) => line.startsWith("SUMMARY")), [read.find((line) => line.startsWith("SUMMARY:x"))]);
    assert.equal(read.filter((line) => line === "BEGIN:VEVENT").length, 1);
  });
}

test("every event says that nobody looked at it", () => {
  const events = [{}, { description: "" }].map((event) => ({ ...event, remind: null }));
  const found = lines(...events).filter((line) => line.startsWith("DESCRIPTION:"));

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
  const text = asCalendar({ name: "Dagen", notice: NOTICE, norm: "kmop", events }, MADE);

  assert.ok(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75));
  assert.match(text, /END:VCALENDAR\r\n$/);
  assert.equal(text.replaceAll("\r\n", "").includes("\n"), false);
});

test("a calendar says who made it and what it is called", () => {
  const found = lines();

  assert.ok(found.includes("PRODID:-//kmop-gids//zelftoets//NL"));
  assert.ok(found.includes("X-WR-CALNAME:Dagen"));
});
