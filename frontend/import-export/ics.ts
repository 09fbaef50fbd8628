/** The days as iCalendar: whole days, and the same bytes for the same folder. */

import ical, { ICalEventTransparency } from "ical-generator";
import type { Calendar, Event } from "../contract/folder.js";
import { clean } from "./printable-text.js";

/** The library puts the dash before it. */
const PRODUCER = "//kmop-gids//zelftoets//NL";
const DAY_MS = 24 * 60 * 60 * 1000;

export function asCalendar(calendar: Calendar): string {
  const name = clean(calendar.name);
  const made = ical({ name, description: clean(calendar.notice), prodId: PRODUCER });
  for (const event of calendar.events) {
    made.createEvent(entry(event, calendar));
  }
  return `${made.toString().trimEnd()}\r\n`;
}

function entry(event: Event, { stamp, notice }: Calendar): Parameters<ReturnType<typeof ical>["createEvent"]>[0] {
  return {
    id: event.uid,
    allDay: true,
    start: day(event.first),
    end: new Date(day(event.last).getTime() + DAY_MS), // the format names the first day after it
    stamp: day(stamp),
    summary: clean(event.summary),
    description: clean(`${event.description}\n${notice}`),
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

function day(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}
