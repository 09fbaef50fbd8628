/** Two keepers on one database, as in two tabs, doing anything in any order: what must hold whatever they do. */

import type { Answers } from "../../frontend/answers/document.js";
import type { Mode } from "../../frontend/answers/form-mode.js";
import { AssessmentStore } from "../../frontend/storage/assessment-store.js";
import { Autosave } from "../../frontend/storage/autosave.js";
import { MAX_VERSIONS } from "../../frontend/storage/version-history.js";

type Random = () => number;

/** On a busy machine a message takes a while from tab to tab. */
const PATIENCE_MS = 3000;

class Tab {
  readonly autosave: Autosave;
  readonly store: AssessmentStore;
  /** What was handed over to be kept while this tab was in charge. */
  last: { id: string; answers: Answers; mode: Mode } | null = null;

  constructor(store: AssessmentStore) {
    this.store = store;
    const nothing = (): void => undefined;
    this.autosave = new Autosave(store, {
      saving: nothing, saved: nothing, failed: nothing, takenOver: nothing, recovered: nothing, listChanged: nothing,
    });
  }
}

/** Play a game of so many moves; the promises that were broken. */
export async function play(seed: number, moves: number): Promise<string[]> {
  const random = randomFrom(seed);
  const store = await AssessmentStore.open();
  await store.wipe();
  const tabs = [new Tab(store), new Tab(await AssessmentStore.open())];
  const broken: string[] = [];
  for (let move = 0; move < moves; move++) {
    const tab = tabs[Math.floor(random() * 2)] as Tab;
    const told = await step(tab, move, random);
    broken.push(...(await lasting(tabs, store)).map((fault) => `move ${move} (${told}): ${fault}`));
  }
  return broken;
}

async function step(tab: Tab, move: number, random: Random): Promise<string> {
  const { autosave } = tab;
  const chance = random();
  if (chance < 0.5) {
    const answers = { format: "kmop-answers/1", profile: { move } } as Answers;
    const mode = random() < 0.5 ? "all" : "steps";
    if (!autosave.isTakenOver) {
      tab.last = { id: autosave.id, answers, mode };
    }
    autosave.save(answers, mode);
    return "keep";
  }
  if (chance < 0.6) {
    const mode = random() < 0.5 ? "all" : "steps";
    if (!autosave.isTakenOver && tab.last !== null) {
      tab.last = { ...tab.last, mode };
    }
    autosave.saveMode(mode);
    return "mode";
  }
  if (chance < 0.65) {
    autosave.startNewVersion();
    return "apart";
  }
  if (chance < 0.72) {
    autosave.startNew();
    tab.last = null;
    return "begin";
  }
  return open(tab, random);
}

/** Take up what is kept; what is found is what stays among the versions. */
async function open(tab: Tab, random: Random): Promise<string> {
  const kept = await tab.store.list();
  const found = kept[Math.floor(random() * kept.length)];
  if (found === undefined) {
    return "open nothing";
  }
  const taken = await tab.autosave.switchTo(found.id);
  tab.last = null;
  if (taken.saved === null || text(taken.saved.answers) !== text(found.answers)) {
    throw new Error("what is listed is not what is found");
  }
  standing.set(found.id, [...(standing.get(found.id) ?? []), text(found.answers)].slice(-MAX_VERSIONS + 5));
  return "open";
}

/** The faults that stay when all that was said over the channel, and all that was written, has had time to arrive. */
async function lasting(tabs: Tab[], store: AssessmentStore): Promise<string[]> {
  const end = performance.now() + PATIENCE_MS;
  let found: string[];
  do {
    await new Promise((go) => setTimeout(go, 8));
    found = await faults(tabs, store);
  } while (found.length > 0 && performance.now() < end);
  return found;
}

/** States that somebody found when they took up an assessment: nobody may have worked over them. */
const standing = new Map<string, string[]>();

async function faults(tabs: Tab[], store: AssessmentStore): Promise<string[]> {
  const broken: string[] = [];
  const records = new Map((await store.list()).map((saved) => [saved.id, saved]));
  for (const [index, tab] of tabs.entries()) {
    const { last, autosave } = tab;
    const record = last && records.get(last.id);
    if (last !== null && !autosave.isTakenOver && autosave.id === last.id) {
      if (text(record?.answers) !== text(last.answers) || record?.mode !== last.mode) {
        broken.push(`tab ${index} is in charge, and what it kept is not what stands there`);
      }
      if (text(autosave.versions[0]?.answers) !== text(last.answers) || autosave.versions.length > MAX_VERSIONS) {
        broken.push(`tab ${index} shows other versions than it kept`);
      }
    }
  }
  const [one, other] = tabs.map((tab) => tab.autosave);
  if (one && other && one.id === other.id && !one.isTakenOver && !other.isTakenOver) {
    broken.push("both tabs think that they are in charge");
  }
  return [...broken, ...(await lost(tabs))];
}

/** States that were found and are no version any more, though there is room for them. */
async function lost(tabs: Tab[]): Promise<string[]> {
  return tabs
    .filter(({ autosave }) => !autosave.isTakenOver && autosave.versions.length < MAX_VERSIONS)
    .flatMap(({ autosave }) => {
      const there = autosave.versions.map(({ answers }) => text(answers));
      return (standing.get(autosave.id) ?? []).filter((state) => !there.includes(state));
    })
    .map((state) => `nobody can go back to ${state}`);
}

function text(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** A generator of numbers that gives the same ones for the same seed. */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

Object.assign(globalThis, { play });
