/** The app finds its worker and its runtime beside its own script, or in the page. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { locateApp } from "../../../frontend/runtime/app-location.ts";
import { setGlobal } from "../globals.ts";

test("worker and runtime are found from the address of the script", () => {
  const { worker, runtime } = locateApp("https://here.example/gids/assets/kmop/app.js");

  assert.equal(String(worker), "https://here.example/gids/assets/kmop/worker.js");
  assert.deepEqual(runtime, { base: "https://here.example/gids/assets/runtime/key/" });
});

test("a page that brings everything along says itself where it is", () => {
  const place = { worker: "blob:x", runtime: { base: "file:///", parts: {} } };
  setGlobal("kmopPlace", place);

  assert.equal(locateApp("file:///zelftoets.html"), place);
});
