/** The line over the form: where one is, and how long the rest takes. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Question } from "../../../frontend/form/questions.ts";
import type { Screens } from "../../../frontend/steps/screens.ts";
import { showStep } from "../../../frontend/steps/step-bar.ts";

const screen = (step: string, seconds: string) => ({
  dataset: { seconds },
  closest: () => ({ dataset: { step } }),
  contains: () => true,
});
const [situation, result] = [screen("situation", "90"), screen("result", "0")];
const all = [situation, result] as unknown as HTMLElement[];
const open = { block: { matches: () => false, hasAttribute: () => false, dataset: {} }, open: ["name"], counts: true };

function said(current: object): string {
  const place = { textContent: "" };
  const say = (key: string, values: object = {}) => [key, ...Object.values(values)].join(" ");
  const screens = { all, path: all } as unknown as Screens;
  showStep(place as HTMLElement, current as HTMLElement, screens, [open] as unknown as Question[], say);
  return place.textContent;
}

test("on the way it says how long the rest takes", () => assert.match(said(situation), /steps\.now 1 2.*steps\.left 2$/));

test("at the result nobody is told how long it takes to get there", () => assert.equal(said(result), "steps.now 2 2"));
