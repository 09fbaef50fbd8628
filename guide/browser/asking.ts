/** The questions about what is kept, in the words that stand together under one name. */

import { askedText, confirmed, type Question, wanted } from "./dialog.js";
import type { Say } from "./words.js";

/** As long as a name may be. */
export const LONGEST_NAME = 200;

/** Ask before something is lost; true only when the reader chose yes. */
export function sure(say: Say, about: string, values: Record<string, string> = {}): Promise<boolean> {
  return confirmed(question(say, about, values));
}

/** Ask before something that loses nothing; true only when the reader chose yes. */
export function agreed(say: Say, about: string): Promise<boolean> {
  return wanted(question(say, about, {}));
}

/** Ask for the name of an assessment; null when the reader gave up. */
export function askName(say: Say, about: string, value: string): Promise<string | null> {
  const asked = question(say, about, {});
  return askedText({ ...asked, label: say("name.label"), value, longest: LONGEST_NAME });
}

function question(say: Say, about: string, values: Record<string, string>): Question {
  const part = (name: string): string => say(`${about}.${name}`, values);
  return { title: part("title"), text: part("text"), yes: part("yes"), no: part("no") };
}
