// Drives Firefox for the tests: reads commands as lines of JSON, and answers each with a line of JSON.
//
// Usage: node firefox.mjs PATH PREFERENCES, the latter as JSON. Commands: {"open": URL} and {"run": SCRIPT}, where SCRIPT is the body of an async
// function. Answers: {"value": …} or {"error": TEXT}.

import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.argv[2],
  headless: true,
  args: ["--width=1280", "--height=800"],
  // Nothing leaves this machine, and files may be opened.
  extraPrefsFirefox: { "network.proxy.type": 0, "intl.accept_languages": "nl-BE", ...JSON.parse(process.argv[3]) },
});
const page = await browser.newPage();

async function obey({ open, run }) {
  if (open !== undefined) {
    await page.goto(open);
    return null;
  }
  return page.evaluate(`(async () => { ${run} })()`);
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify({ value: (await obey(JSON.parse(line))) ?? null }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error?.message ?? error) }));
  }
}
await browser.close();
