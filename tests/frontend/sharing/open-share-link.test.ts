/** An address that carries answers is cleaned before anything else, and what is wrong with it is told. */

import "../no-page.ts";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { toFragment } from "../../../frontend/answers/share-link.ts";
import { type LinkContext, openAddress } from "../../../frontend/sharing/open-share-link.ts";
import { setGlobal } from "../globals.ts";
import { faults, importContext } from "../import-export/import-context.ts";

setGlobal("CSS", { escape: (text: string) => text });

const ANSWERS = { format: "kmop-answers/1", profile: { starter: true } };

let replaced: string[];
const nothing = { openAsNew: () => assert.fail("nothing may be opened"), goTo: () => false };

/** The page as a link finds it; nothing may be opened unless that is said. */
function asLink(context: object, more: object = nothing): LinkContext {
  const { panel } = context as LinkContext;
  return { tellHere: (notice) => panel.notice("applied", notice), ...context, ...more } as LinkContext;
}

/** Visit an address with this fragment. */
function visit(hash: string): void {
  setGlobal("location", { hash, pathname: "/zelftoets/", search: "?x=1" });
}

beforeEach(() => {
  replaced = [];
  const replaceState = (_state: null, _title: string, address: string) => replaced.push(address);
  setGlobal("history", { state: null, replaceState });
});

test("an ordinary address is left as it is", async () => {
  const { context, told } = importContext(faults());
  visit("#hoe-klaar");

  await openAddress(asLink(context));

  assert.deepEqual([replaced, told], [[], []]);
});

const DAMAGED = { "cut": "#antwoorden=1.AAAA", "of another time": "#antwoorden=9.abc", "empty": "#antwoorden=" };
for (const [what, fragment] of Object.entries(DAMAGED)) {
  test(`a link that cannot be read is told, and the rules are not asked: ${what}`, async () => {
    const { context, told, assessed } = importContext(faults());
    visit(fragment);

    await openAddress(asLink(context));

    assert.deepEqual([told, assessed], [["share.waiting", "share.broken"], []]);
  });
}

test("the address carries the answers no longer, whatever becomes of them", async () => {
  visit("#antwoorden=1.AAAA");

  await openAddress(asLink(importContext(faults()).context));

  assert.deepEqual(replaced, ["/zelftoets/?x=1"]);
});

test("a link of a later page says so", async () => {
  const { context, told } = importContext(faults());
  visit(await toFragment({ format: "kmop-answers/2" }));

  await openAddress(asLink(context));

  assert.equal(told.at(-1), "share.newer");
});

test("a link with faults in its answers is refused, each by its question", async () => {
  const { context, told, assessed } = importContext(faults(["profile", "starter"]));
  visit(await toFragment(ANSWERS));

  await openAddress(asLink(context));

  assert.deepEqual(assessed, [JSON.stringify(ANSWERS)]);
  assert.equal(told.at(-1), "file.faults share.name Bent u een starter?"); // a link has no lines
});

test("a link that the rules could not judge is not opened", async () => {
  const { context, told } = importContext(null);
  visit(await toFragment(ANSWERS));

  await openAddress(asLink(context));

  assert.equal(told.at(-1), "file.not_checked share.name");
});

const OURS = { ...ANSWERS, norm: { id: "kmop", version: "1" } };

/** Come from this address with answers to the page's norm; gives what was shown in the place of what was there. */
async function comeFrom(referrer: string, isEmpty: boolean, answers: object = OURS) {
  const page = importContext(faults(["profile"]));
  const shown: object[] = [];
  Object.assign(page.context.workspace, { isEmpty, replace: (document: object) => void shown.push(document) });
  setGlobal("document", { ...Reflect.get(globalThis, "document"), referrer });
  visit(await toFragment(answers as Parameters<typeof toFragment>[0]));
  Object.assign(location, { origin: "https://gids.example" });
  await openAddress(asLink(page.context));
  return { ...page, shown };
}

test("what a page of this site passes on shows at once, where nothing was answered", async () => {
  const { shown, assessed, told } = await comeFrom("https://gids.example/situatie/starter/", true);

  assert.deepEqual([shown, assessed, told], [[OURS], [], ["applied.text"]]);
});

const ASKED: Record<string, Parameters<typeof comeFrom>> = {
  "from another site": ["https://elders.example/", true],
  "from a site whose address begins alike": ["https://gids.example.org/", true],
  "where something was answered": ["https://gids.example/", false],
  "to another norm": ["https://gids.example/", true, ANSWERS],
};
for (const [what, given] of Object.entries(ASKED)) {
  test(`answers that come ${what} are judged first`, async () => {
    const { shown, assessed } = await comeFrom(...given);

    assert.deepEqual([shown, assessed.length], [[], 1]);
  });
}

for (const lacking of ["CompressionStream", "DecompressionStream"]) {
  test(`a browser without ${lacking} says that it is too old, and not that the link is damaged`, async (t) => {
    const { context, told, assessed } = importContext(faults());
    visit(await toFragment(ANSWERS));
    const kept: unknown = Reflect.get(globalThis, lacking);
    t.after(() => setGlobal(lacking, kept));
    setGlobal(lacking, undefined);

    await openAddress(asLink(context));

    assert.deepEqual([told.at(-1), assessed], ["share.unable", []]);
  });
}

test("a link that opens on a screen is opened beside what is there without a question, and says whose it is", async () => {
  const page = importContext(faults());
  const opened: object[] = [];
  const went: string[] = [];
  const quiet: boolean[] = [];
  const more = {
    openAsNew: async (answers: object, _original: object, isQuiet: boolean) => Boolean(opened.push(answers) && quiet.push(isQuiet)),
    goTo: (screen: string) => Boolean(went.push(screen)),
  };
  Object.assign(page.context.workspace, { isEmpty: false, answers: ANSWERS, saved: { id: "own", isAvailable: true } });
  visit(await toFragment(ANSWERS, "resultaat"));

  await openAddress(asLink(page.context, more));

  assert.deepEqual([opened, went, quiet], [[ANSWERS], ["resultaat"], [true]]); // the notice says it, so nobody else does
  assert.match(page.told.at(-1) ?? "", /^shared\.text /);
});
