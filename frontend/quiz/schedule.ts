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
export function current(state: AttemptState): string | null {
  return state.waiting[0] ?? null;
}

/** Whether the question that is asked now was asked before. */
export function cameBack(state: AttemptState): boolean {
  const now = current(state);
  return now !== null && now in state.first;
}

/** The test after the question of now was answered. */
export function answered(state: AttemptState, isRight: boolean): AttemptState {
  const [now, ...rest] = state.waiting;
  if (now === undefined) {
    return state;
  }
  const waiting = isRight ? rest : [...rest.slice(0, LATER), now, ...rest.slice(LATER)];
  return { ...state, waiting, first: { [now]: isRight, ...state.first } };
}

/** How many of these questions were right at once, of those that were answered. */
export function scoreOf(state: AttemptState, questions: readonly string[] = state.asked): Score {
  const firsts = questions.flatMap((id) => state.first[id] ?? []);
  return { right: firsts.filter(Boolean).length, of: firsts.length };
}

/** The questions whose first answer was wrong, in the order of asking. */
export function missed(state: AttemptState): string[] {
  return state.asked.filter((id) => state.first[id] === false);
}

/** A test that was kept, without the questions that are no more; null if it is none, or nothing is left of it. */
export function restoreAttempt(saved: unknown, known: ReadonlySet<string>): AttemptState | null {
  if (!isAttemptState(saved)) {
    return null;
  }
  const asked = saved.asked.filter((id) => known.has(id));
  const waiting = saved.waiting.filter((id) => known.has(id));
  const first = Object.fromEntries(Object.entries(saved.first).filter(([id]) => known.has(id)));
  return waiting.length === 0 ? null : { asked, waiting, first };
}

function isAttemptState(value: unknown): value is AttemptState {
  const { asked, waiting, first } = (value ?? {}) as Partial<Record<keyof AttemptState, unknown>>;
  return isTexts(asked) && isTexts(waiting) && typeof first === "object" && first !== null;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
