/** A camera reads from a code the link that it was made of, also of the longest that fits. */

import "../no-page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import decodeQR from "qr/decode.js";
import { modulesOf } from "../../../frontend/sharing/qr-code.ts";

const PIXELS = 4;

/** What a camera sees: four channels for each pixel, some of them to a module. */
function photo(modules: boolean[][]) {
  const size = modules.length * PIXELS;
  const data = new Uint8ClampedArray(size * size * 4);
  for (let at = 0; at < size * size; at += 1) {
    const isDark = modules[Math.floor(at / size / PIXELS)]![Math.floor((at % size) / PIXELS)];
    data.set([0, 0, 0, 255].map((channel, index) => (index < 3 && !isDark ? 255 : channel)), at * 4);
  }
  return { width: size, height: size, data };
}

for (const length of [60, 700, 1700, 2953]) {
  test(`a link of ${length} characters reads back as it was`, () => {
    const start = "https://gids.example/zelftoets/#antwoorden=1.";
    const link = start + "aZ9_-".repeat(length).slice(0, length - start.length);

    assert.equal(decodeQR(photo(modulesOf(link) ?? [])), link);
  });
}
