/** Which addresses a link can lead to. */

import "../no-page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { leadsNowhereElse } from "../../../frontend/sharing/share.ts";

const OWN = [
  "file:///C:/map/kmop%20gids.html",
  "content://com.android.providers.downloads/1",
  "http://127.0.0.1:8000/zelftoets/",
  "http://127.9.8.7/",
  "http://localhost:8000/",
  "http://gids.localhost/",
  "http://[::1]:8000/",
  "http://[::]:8000/",
  "http://0.0.0.0:8000/",
];
for (const address of OWN) {
  test(`nobody else can open ${address}`, () => assert.ok(leadsNowhereElse(address)));
}

for (const address of ["https://gids.example/zelftoets/", "http://192.168.1.20/", "https://localhost.example/"]) {
  test(`others can open ${address}`, () => assert.ok(!leadsNowhereElse(address)));
}
