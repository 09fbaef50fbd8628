/**
 * Which question comes when. A question that was answered wrongly comes back, until it is answered rightly; the first
 * answer to each counts for the score.
 */

import { type Random, shuffled } from "./random.js";

export interface Listed {
  id: string;
  topic: string;
}

/** A test that was begun. Every change makes a new one. */
export interface AttemptState {
  /** What was chosen, in the order of asking. */
  readonly asked: readonly string[];
  /** Still to answer; the first is asked now. */
  readonly waiting: readonly string[];
  /** Whether the first answer to a question was right. */
  readonly first: Readonly<Record<string, boolean>>;
}

export interface Score {
  right: number;
  of: number;
}

/** How many others come before a question that was answered wrongly comes back. */
export const LATER = 3;

/**
 * Choose questions at random, each topic as evenly as its questions allow, in random order.
 *
 * @param all Every question.
 * @param topics The topics to choose from.
 * @param most How many to choose at most.
 * @param random The chance to choose with.
 */
export function chosen(all: readonly Listed[], topics: ReadonlySet<string>, most: number, random: Random): string[] {
  const piles = [...topics].sort().map((topic) => shuffled(all.filter((each) => each.topic === topic), random));
  const dealt: string[] = [];
  const longest = Math.max(0, ...piles.map((pile) => pile.length));
  for (let round = 0; round < longest; round += 1) {
    const layer = piles.flatMap((pile) => pile[round]?.id ?? []);
    dealt.push(...shuffled(layer, random));
  }
  return shuffled(dealt.slice(0, most), random);
}

export function begun(questions: readonly string[]): AttemptState {
  return { asked: questions, waiting: questions, first: {} };
}

/** The question that is asked now; null when the test is over. */
export function current(sitting: AttemptState): string | null {
  return sitting.waiting[0] ?? null;
}

/** Whether the question that is asked now was asked before. */
export function cameBack(sitting: AttemptState): boolean {
  const now = current(sitting);
  return now !== null && now in sitting.first;
}

/** The test after the question of now was answered. */
export function answered(sitting: AttemptState, isRight: boolean): AttemptState {
  const [now, ...rest] = sitting.waiting;
  if (now === undefined) {
    return sitting;
  }
  const waiting = isRight ? rest : [...rest.slice(0, LATER), now, ...rest.slice(LATER)];
  return { ...sitting, waiting, first: { [now]: isRight, ...sitting.first } };
}

/** How many of these questions were right at once, of those that were answered. */
export function scoreOf(sitting: AttemptState, questions: readonly string[] = sitting.asked): Score {
  const firsts = questions.flatMap((id) => sitting.first[id] ?? []);
  return { right: firsts.filter(Boolean).length, of: firsts.length };
}

/** The questions whose first answer was wrong, in the order of asking. */
export function missed(sitting: AttemptState): string[] {
  return sitting.asked.filter((id) => sitting.first[id] === false);
}

/** A test that was kept, without the questions that are no more; null if it is none, or nothing is left of it. */
export function restoreAttempt(kept: unknown, known: ReadonlySet<string>): AttemptState | null {
  if (!isAttemptState(kept)) {
    return null;
  }
  const asked = kept.asked.filter((id) => known.has(id));
  const waiting = kept.waiting.filter((id) => known.has(id));
  const first = Object.fromEntries(Object.entries(kept.first).filter(([id]) => known.has(id)));
  return waiting.length === 0 ? null : { asked, waiting, first };
}

function isAttemptState(value: unknown): value is AttemptState {
  const { asked, waiting, first } = (value ?? {}) as Partial<Record<keyof AttemptState, unknown>>;
  return isTexts(asked) && isTexts(waiting) && typeof first === "object" && first !== null;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
