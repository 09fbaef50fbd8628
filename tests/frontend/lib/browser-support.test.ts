/** Which browsers are told apart. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { isInAppBrowser } from "../../../frontend/lib/browser-support.ts";

const ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 8";
const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36";
const IOS = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";

const IN_APP = {
  "an Android app": `${ANDROID} Build/AP2A; wv) ${CHROME}`,
  "Facebook on an iPhone": `${IOS} Mobile/15E148 [FBAN/FBIOS;FBAV/480.0.0.0]`,
  "Instagram on an iPhone": `${IOS} Mobile/15E148 Instagram 350.0.0.0.1 (iPhone15,2)`,
  "LinkedIn on an iPhone": `${IOS} Mobile/15E148 [LinkedInApp]/9.30`,
};
for (const [what, userAgent] of Object.entries(IN_APP)) {
  test(`a browser within an app is recognised where it tells: ${what}`, () => assert.ok(isInAppBrowser(userAgent)));
}

const OWN = {
  "Chrome on Android": `${ANDROID}) ${CHROME.replace("Version/4.0 ", "")}`,
  "Safari on an iPhone": `${IOS} Version/18.0 Mobile/15E148 Safari/604.1`,
  "Firefox": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
};
for (const [what, userAgent] of Object.entries(OWN)) {
  test(`a reader's own browser is not taken for one: ${what}`, () => assert.ok(!isInAppBrowser(userAgent)));
}
