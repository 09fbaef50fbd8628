/** A document is called by the first title that certainly holds, or else by its own. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { titleFor } from "../../../frontend/form/document-titles.ts";

const NATURAL = { equals: { field: "legal_form", value: "natural_person" } };

function called(form: string[]): string {
  return titleFor(["Seats", ["Home", NATURAL]], new Map([["profile.legal_form", form]]));
}

test("for whom it is, it has that title", () => assert.equal(called(["natural_person"]), "Home"));

test("for others, and as long as nobody knows, it has its own", () => {
  assert.deepEqual([["legal_person"], ["?"], []].map(called), ["Seats", "Seats", "Seats"]);
});
