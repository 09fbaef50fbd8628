/** What held on a day: the same judgement as the rules make (`Case.in_force`), by comparing ISO dates as text. */

/** Tell whether something with this first and last day, each empty if not known, was in force on a day. */
export function holds(begin: string, end: string, day: string): boolean {
  return (begin === "" || begin <= day) && (end === "" || day <= end);
}
