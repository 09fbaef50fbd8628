/** The rules, which write down what they are asked. */

import type { Migrated, Outcome } from "../../../frontend/contract/outcome.ts";

export interface FakeRules {
  isReady: boolean;
  /** What was asked, in order: the question, and what the answers said. */
  asked: string[];
  /** What migration makes of answers; null when the worker fails. */
  migrate(answers: object): Migrated | null;
  ask(question: string, text: string): Promise<Migrated | null>;
  assess(text: string, date: string): Promise<Outcome | null>;
}

/** Rules that migrate in this way and have nothing against any answers; what they make of them names the answers. */
export function fakeRules(migrate: FakeRules["migrate"]): FakeRules {
  const asked: string[] = [];
  return {
    isReady: true,
    asked,
    migrate,
    async ask(question, text) {
      asked.push(`${question} ${saidIn(text)}`);
      await awhile();
      return this.migrate(JSON.parse(text));
    },
    async assess(text, date) {
      asked.push(`assess ${saidIn(text)} ${date}`);
      await awhile();
      return { view: { headline: saidIn(text), summary: {} }, unneeded: [], remarks: [], appendix: [], faults: [] } as unknown as Outcome;
    },
  };
}

/** Rules take longer than it takes to type the next letter. */
async function awhile(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise(setImmediate);
  }
}

function saidIn(text: string): string {
  return (JSON.parse(text) as { profile?: { said?: string } }).profile?.said ?? "nothing";
}
