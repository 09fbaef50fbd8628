/** Which questions of the profile show, from the answers alone. What the rules say of it is held to this in Python. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { askedFields, type Predicate, showAsked } from "../../../frontend/form/asked-when.ts";
import { setGlobal } from "../globals.ts";

const NOT_PUBLIC: Predicate = { not: { equals: { field: "kind", value: "public" } } };
const CONDITIONS = new Map<string, Predicate | null>([
  ["end", { in: { field: "audit", values: ["renewal", "second"] } }],
  ["audit", NOT_PUBLIC],
  ["kind", null],
  ["services", null],
  ["cyber", { in: { field: "services", values: ["advice"] } }],
]);

type Given = Record<string, string[]>;

function fieldsOf(given: Given): Map<string, string[]> {
  return new Map(Object.entries(given).map(([name, values]) => [`profile.${name}`, values]));
}

function asked(name: string, given: Given): boolean | null | undefined {
  return askedFields(CONDITIONS, fieldsOf(given)).get(name);
}

test("what nothing hangs on is asked", () => assert.equal(asked("kind", {}), true));

test("what hangs on an answer is asked, or not, once that is there", () => {
  assert.equal(asked("audit", {}), null);
  assert.equal(asked("audit", { kind: ["private"] }), true);
  assert.equal(asked("audit", { kind: ["public"] }), false);
});

test("who does not know yet has not answered", () => assert.equal(asked("audit", { kind: ["?"] }), null));

test("of a list, none of these is an answer", () => {
  assert.equal(asked("cyber", { services: [""] }), false);
  assert.equal(asked("cyber", { services: ["training", "advice"] }), true);
});

test("what hangs on a question that is not asked is not asked, whatever was answered there before", () => {
  assert.equal(asked("end", { kind: ["public"], audit: ["renewal"] }), false);
  assert.equal(asked("end", { kind: ["private"], audit: ["renewal"] }), true);
});

/** Whether a question is asked that hangs on how many sites there are here and, unless nobody is asked, elsewhere. */
function askedOfSites(condition: Predicate, given: Given): boolean | null | undefined {
  const conditions = new Map<string, Predicate | null>([
    ["many", condition],
    ["here", null],
    ["elsewhere", { equals: { field: "travels", value: true } }],
  ]);
  return askedFields(conditions, fieldsOf(given)).get("many");
}

test("a number is at least, or more than, a bound", () => {
  const [atLeast, moreThan] = [{ at_least: { field: "here", value: 2 } }, { more_than: { field: "here", value: 2 } }];
  assert.deepEqual(["1", "2", "3"].map((here) => askedOfSites(atLeast, { here: [here] })), [false, true, true]);
  assert.deepEqual(["1", "2", "3"].map((here) => askedOfSites(moreThan, { here: [here] })), [false, false, true]);
});

test("a number is read as people write it", () => {
  assert.equal(askedOfSites({ at_least: { field: "here", value: 1000 } }, { here: ["1.000"] }), true);
  assert.equal(askedOfSites({ equals: { field: "here", value: 1000 } }, { here: ["1.000"] }), true);
});

test("what cannot be read as a number is not known yet", () => {
  assert.equal(askedOfSites({ at_least: { field: "here", value: 2 } }, { here: ["veel"] }), null);
});

const MANY: Predicate = { more_than: { sum: ["here", "elsewhere"], value: 2 } };

test("several numbers are added", () => {
  assert.equal(askedOfSites(MANY, { travels: ["true"], here: ["1"], elsewhere: ["2"] }), true);
  assert.equal(askedOfSites(MANY, { travels: ["true"], here: ["1"], elsewhere: ["1"] }), false);
});

test("a sum that is beyond already stays so, and one that is not hangs on the number that is missing", () => {
  assert.equal(askedOfSites(MANY, { here: ["3"] }), true);
  assert.equal(askedOfSites(MANY, { here: ["2"] }), null);
});

test("a number that is not asked adds nothing, whatever was answered there before", () => {
  assert.equal(askedOfSites(MANY, { travels: ["false"], here: ["2"], elsewhere: ["9"] }), false);
  assert.equal(askedOfSites({ at_least: { field: "elsewhere", value: 0 } }, { travels: ["false"] }), false);
});

test("one part that settles it is enough, also where another is not known", () => {
  const { kind, audit } = { kind: { equals: { field: "kind", value: "public" } }, audit: { equals: { field: "audit", value: "first" } } };
  const conditions = new Map<string, Predicate | null>([["any", { any: [audit, kind] }], ["all", { all: [audit, kind] }]]);
  const of = (given: Given) => [...askedFields(conditions, fieldsOf(given)).values()];
  assert.deepEqual(of({ kind: ["public"] }), [true, null]);
  assert.deepEqual(of({ kind: ["private"] }), [null, false]);
});

/** A block of the form, as far as showing it goes. */
interface Block {
  hidden: boolean;
  dataset: Record<string, string>;
  contains(other: unknown): boolean;
}

let focused: Block | null;
let blocks: Map<string, Block>;

function show(given: Given): string[] {
  const form = { querySelectorAll: () => [...blocks.values()] } as unknown as HTMLFormElement;
  showAsked(form, fieldsOf(given));
  return [...blocks].filter(([, block]) => !block.hidden).map(([name]) => name);
}

beforeEach(() => {
  focused = null;
  setGlobal("document", { get activeElement() { return focused; } });
  blocks = new Map();
  for (const [name, condition] of CONDITIONS) {
    const dataset = { field: `profile.${name}`, ...(condition && { askedWhen: JSON.stringify(condition) }) };
    const block: Block = { hidden: false, dataset, contains: (other) => other === block };
    blocks.set(name, block);
  }
});

test("a question of which that is not known shows only once it was answered", () => {
  assert.deepEqual(show({}), ["kind", "services"]);
  assert.deepEqual(show({ audit: ["first"] }), ["audit", "kind", "services"]);
});

test("a question that is not asked does not show, also when it was answered", () => {
  assert.deepEqual(show({ kind: ["public"], audit: ["first"] }), ["kind", "services"]);
});

test("a question with the focus in it stays until that is elsewhere", () => {
  focused = blocks.get("cyber") as Block;
  assert.deepEqual(show({ services: ["training"] }), ["kind", "services", "cyber"]);

  focused = null;
  assert.deepEqual(show({ services: ["training"] }), ["kind", "services"]);
});
