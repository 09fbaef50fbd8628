/** The place on the page that an address names, on the site and in the one file. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { partsOf, placeIn } from "../../../frontend/ui/place.ts";
import { setGlobal } from "../globals.ts";

beforeEach(() => setGlobal("document", { getElementById: (id: string) => (id === "" ? null : { id }) }));

test("on the site the address names the place alone", () => {
  assert.deepEqual(partsOf("#resultaat"), { page: "", rest: "resultaat" });
});

test("in the one file the page stands before it", () => {
  assert.deepEqual(partsOf("#/zelftoets/#resultaat"), { page: "#/zelftoets/", rest: "resultaat" });
  assert.deepEqual(partsOf("#/zelftoets/"), { page: "#/zelftoets/", rest: "" });
});

test("a page without a place names none, and nor does no address", () => {
  assert.equal(placeIn("#/zelftoets/"), null);
  assert.equal(placeIn(""), null);
  assert.equal(placeIn("#"), null);
});

test("a place is found whatever its letters", () => {
  assert.equal(placeIn("#hoe-klaar-activit%C3%A9")?.id, "hoe-klaar-activité");
  assert.equal(placeIn("#profile.sites.belgium")?.id, "profile.sites.belgium");
});

test("an address that is damaged names what stands there", () => assert.equal(placeIn("#100%")?.id, "100%"));
