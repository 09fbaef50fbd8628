/** Answers in an address come back exactly, and a damaged address is recognised. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { carriesAnswers, fromFragment, screenIn, toFragment, withoutNotes } from "../../../frontend/answers/share-link.ts";

const ANSWERS = {
  format: "kmop-answers/1",
  title: "Bakkerij é😀",
  profile: { services: ["advice"], certificates: [], starter: false, hourly_rate: "150.50", contact: "Mia, 09 000 00 00" },
  checks: { "OFR-1": { conformity: "T", note: "eerste\ntweede", present: "Mia" }, "OFR-2": { note: "n" } },
  requirements: { offering: { works: "zo", shows: "zo" } },
  documents: { "project-file": { state: "ready", note: "kast", place: "lade 2", owner: "Mia" } },
};

test("what goes into an address comes out of it", async () => {
  const fragment = await toFragment(ANSWERS);

  assert.match(fragment, /^#antwoorden=1\.[\w-]+$/);
  assert.ok(carriesAnswers(fragment));
  assert.equal(await fromFragment(fragment), JSON.stringify(ANSWERS));
});

test("a link opens on the screen that it was made for, also as a mail left it", async () => {
  const fragment = await toFragment(ANSWERS, "resultaat");

  assert.equal(screenIn(fragment), "resultaat");
  assert.equal(screenIn(fragment.replace("&", "&amp;").replaceAll("=", "%3D")), "resultaat");
  assert.equal(await fromFragment(fragment), JSON.stringify(ANSWERS));
  assert.equal(screenIn(await toFragment(ANSWERS)), "");
});

test("notes and names stay behind, answers do not", () => {
  const left = withoutNotes(ANSWERS);

  assert.deepEqual(left["checks"], { "OFR-1": { conformity: "T" }, "OFR-2": {} });
  assert.deepEqual(left["documents"], { "project-file": { state: "ready" } });
  assert.deepEqual(left["profile"], { services: ["advice"], certificates: [], starter: false, hourly_rate: "150.50" });
  assert.equal("requirements" in left, false);
  assert.equal(ANSWERS.checks["OFR-1"].note, "eerste\ntweede");
});

test("where there is no answer at all there is nothing to leave behind", () => {
  assert.deepEqual(withoutNotes({ format: "kmop-answers/1", checks: { "OFR-1": null } })["checks"], { "OFR-1": null });
});

test("notes of before stay behind too", () => {
  const answer = { conformity: "T", note: "van toen", present: "Mia" };
  const appendix = [{ id: "OFR-9", version: "1", answer }, { id: "x", version: "1", answer: "V" }];
  const left = withoutNotes({ ...ANSWERS, appendix });

  assert.deepEqual(left["appendix"], [
    { id: "OFR-9", version: "1", answer: { conformity: "T" } },
    { id: "x", version: "1", answer: "V" },
  ]);
});

test("a long text that squeezing does not make short comes out whole", async () => {
  let seed = 7;
  const next = (): string => String.fromCharCode(0x4e00 + ((seed = (seed * 16807) % 2147483647) % 20000));
  const long = { format: "kmop-answers/1", title: Array.from({ length: 100_000 }, next).join("") };

  assert.equal(await fromFragment(await toFragment(long)), JSON.stringify(long));
});

test("an address that holds something else than text gives nothing", async () => {
  const bytes = Uint8Array.from([...Buffer.from('{"title": "'), 0xff, ...Buffer.from('"}')]);
  const squeezed = deflateRawSync(bytes).toString("base64url");

  assert.equal(await fromFragment(`#antwoorden=1.${squeezed}`), null);
});

const LEFT_AS_IT_WAS: Record<string, (link: string) => string> = {
  "the full stop of a sentence": (link) => `${link}.`,
  "a bracket and a comma": (link) => `${link}),`,
  "signs that messengers mark words with": (link) => `${link}_`,
  "quotes": (link) => `${link}\u201d`,
  "what a mailing counts readers with": (link) => `${link}&amp;utm_source=mail`,
  "escaped signs": (link) => link.replace("=", "%3D").replace(".", "%2E"),
  "signs that were escaped twice": (link) => link.replace("=", "%253D"),
  "every sign escaped": (link) => `#${[...link.slice(1)].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join("")}`,
  "line breaks": (link) => link.replaceAll(/.{60}/g, "$&\r\n"),
  "escaped line breaks and quote marks": (link) => link.replaceAll(/.{60}/g, "$&%0D%0A%3E%20"),
  "blanks": (link) => link.replaceAll(/.{70}/g, "$&%20"),
  "soft hyphens and marks without width": (link) => link.replaceAll(/.{30}/g, "$&\u00AD\u200B"),
  "half a letter in UTF-8": (link) => `${link}%E2%80`,
};
for (const [what, pass] of Object.entries(LEFT_AS_IT_WAS)) {
  test(`an address is read through ${what}`, async () => {
    const fragment = pass(await toFragment(ANSWERS));

    assert.ok(carriesAnswers(fragment));
    assert.equal(await fromFragment(fragment), JSON.stringify(ANSWERS));
  });
}

test("an address that was cut off anywhere gives nothing, and still shows that it carried answers", async () => {
  const whole = await toFragment(ANSWERS);
  for (let length = "#antwoorden=1.".length; length < whole.length; length++) {
    const cut = whole.slice(0, length);
    assert.equal(await fromFragment(cut), null, cut);
    assert.ok(carriesAnswers(cut));
  }
});

test("a damaged address gives nothing", async () => {
  const whole = await toFragment(ANSWERS);
  for (const fragment of ["#antwoorden=1.", "#antwoorden=1.!!!", "#antwoorden=2.abc", whole.slice(0, -20)]) {
    assert.equal(await fromFragment(fragment), null, fragment);
  }
});

test("an address that would fill the memory gives nothing", async () => {
  const bomb = await toFragment({ format: "kmop-answers/1", title: "x".repeat(3_000_000) });

  assert.ok(bomb.length < 10_000);
  assert.equal(await fromFragment(bomb), null);
});

test("an ordinary anchor carries no answers", () => assert.equal(carriesAnswers("#hoe-klaar"), false));
