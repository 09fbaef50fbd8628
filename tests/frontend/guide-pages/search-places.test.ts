import assert from "node:assert/strict";
import { test } from "node:test";
import { eachPlaceOnce } from "../../../frontend/guide-pages/search-places.js";

test("a place that several forms of a word bring is marked once", () => {
  const metadata = {
    bis: { title: { position: [3] }, text: { position: [7, 9] } },
    bisnummer: { title: { position: [3] } },
    nummer: { title: { position: [3] }, text: { position: [7, 12] } },
  };

  eachPlaceOnce([{ matchData: { metadata } }]);

  assert.deepEqual(Object.values(metadata).flatMap((each) => each.title?.position ?? []), [3]);
  assert.deepEqual(metadata.bis.text.position.concat(metadata.nummer.text.position), [7, 9, 12]);
});
