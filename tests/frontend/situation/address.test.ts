/** Answers in the address of a page: on the site, and in the single file, where the page stands there too. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { chosenIn, fragmentOf, namesPlace } from "../../../frontend/situation/address.ts";

function form(...pairs: [string, string][]): FormData {
  const data = new FormData();
  pairs.forEach(([name, value]) => data.append(name, value));
  return data;
}

test("what is chosen comes back from the address", () => {
  const fragment = fragmentOf("", form(["starter", "ja"], ["certificaat", "iso-9001"], ["certificaat", "qfor"]));

  assert.equal(fragment, "#starter=ja&certificaat=iso-9001&certificaat=qfor");
  assert.deepEqual(chosenIn(fragment)("certificaat"), ["iso-9001", "qfor"]);
});

test("a place on the page is no answer", () => {
  assert.deepEqual(chosenIn("#situation-lessons")("starter"), []);
});

test("a place on the page is told from answers and from a page", () => {
  assert.deepEqual(["#situation-lessons", "#/situatie/opleiding/#task-access"].map(namesPlace), [true, true]);
  assert.deepEqual(["", "#starter=ja", "#/situatie/opleiding/", "#/situatie/opleiding/#starter=ja"].map(namesPlace), [false, false, false, false]);
});

test("answers take the place of a place on the page, and none leave it", () => {
  assert.equal(fragmentOf("#task-access", form(["starter", "ja"])), "#starter=ja");
  assert.equal(fragmentOf("#task-access", form()), "#task-access");
});

test("in the single file the page stays in the address", () => {
  assert.equal(fragmentOf("#/situatie/opleiding/#starter=ja", form(["starter", "nee"])), "#/situatie/opleiding/#starter=nee");
  assert.equal(fragmentOf("#/situatie/opleiding/#starter=ja", form()), "#/situatie/opleiding/");
  assert.deepEqual(chosenIn("#/situatie/opleiding/#starter=ja")("starter"), ["ja"]);
});

test("without answers nothing is left in the address", () => {
  assert.equal(fragmentOf("#starter=ja", form()), "");
});
