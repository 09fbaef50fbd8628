/** The days as iCalendar: whole days, with names by which a calendar knows them again after a second export. */

import ical, { ICalAlarmType, ICalEventTransparency } from "ical-generator";
import type { Calendar, Event } from "../contract/folder.js";
import { clean } from "../lib/printable-text.js";

/** The library puts the dash before it. */
const PRODUCER = "//kmop-gids//zelftoets//NL";
const DAY_S = 24 * 60 * 60;
const DAY_MS = DAY_S * 1000;
/** Reminders come at nine in the morning. */
const REMINDER_S = 9 * 60 * 60;
/** Exports are counted in seconds from here, since a sequence may not grow beyond two thousand million. */
const FIRST_EXPORT = Date.UTC(2020, 0, 1);

/** The export of an assessment: a name that no other has, and the moment at which it is made. */
export interface CalendarExport {
  assessment: string;
  at: Date;
}

export function asCalendar(calendar: Calendar, made: CalendarExport): string {
  const { name, notice } = calendar;
  const result = ical({ name: inOneLine(name), description: inOneLine(notice), prodId: PRODUCER });
  for (const event of calendar.events) {
    result.createEvent(entry(event, calendar, made));
  }
  return `${result.toString().trimEnd()}\r\n`;
}

function entry(
  event: Event,
  { notice, norm }: Calendar,
  { assessment, at }: CalendarExport,
): Parameters<ReturnType<typeof ical>["createEvent"]>[0] {
  return {
    id: `${event.uid}.${assessment}@${norm}`,
    sequence: Math.floor((at.getTime() - FIRST_EXPORT) / 1000),
    allDay: true,
    start: day(event.day),
    end: new Date(day(event.day).getTime() + DAY_MS), // the format names the first day after it
    stamp: at,
    summary: clean(event.summary),
    description: clean(`${event.description}\n${notice}`),
    transparency: ICalEventTransparency.TRANSPARENT,
    alarms: event.remind ? [reminder(event.remind)] : [],
  };
}

/** The seconds before the day begins. */
function reminder(days: number): { type: ICalAlarmType; trigger: number } {
  return { type: ICalAlarmType.display, trigger: days * DAY_S - REMINDER_S };
}

/** A text of the calendar itself, which the library writes as it stands. */
function inOneLine(text: string): string {
  return clean(text).replaceAll(/\s+/g, " ").replaceAll(/[\\;,]/g, "\\$&");
}

function day(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}
