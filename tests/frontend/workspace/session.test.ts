/** Document and form agree about what changed since they last did, and about nothing else. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { Fields, Kind } from "../../../frontend/answers/document.ts";
import { Session } from "../../../frontend/workspace/session.ts";

const format = "kmop-answers/1";
const norm = { id: "kmop-norm", version: "2" };

/** A form that, as a line of text does, holds no white space at the end. */
const form = {
  kinds: new Map<string, Kind>([["profile.said", "text"]]),
  norm,
  fields: new Map() as Fields,
  read: (): Fields => new Map(form.fields),
  write: (fields: Fields): void => {
    form.fields = new Map([...fields].map(([name, values]) => [name, values.map((value) => value.trimEnd())]));
  },
};
let session: Session;

function type(said: string): void {
  form.write(new Map([["profile.said", [said]]]));
}

beforeEach(() => {
  form.fields = new Map();
  session = new Session(form as never);
});

test("what is typed is in the document once the form is read", () => {
  type("x");
  assert.ok(session.isEmpty);

  session.read();

  assert.deepEqual(session.answers, { format, norm, profile: { said: "x" } });
});

test("what the form cannot hold as it is stays as it was, as long as nobody types there", () => {
  const answers = { format, norm, profile: { said: "x " } };
  session.show(answers);
  session.read();
  assert.deepEqual(session.answers, answers);

  type("y");
  session.read();

  assert.deepEqual(session.answers["profile"], { said: "y" });
});

test("what changed beside the form is not changed back by what the form still holds", () => {
  type("x");
  session.read();
  session.update({ format, norm });

  session.read();

  assert.deepEqual(session.answers, { format, norm });
});

test("what was typed before a kept document shows is laid over it", () => {
  type("typed");

  session.restore({ format, norm, profile: { said: "kept", else: 1 } });

  assert.deepEqual(session.answers["profile"], { said: "typed", else: 1 });
  assert.deepEqual(form.fields.get("profile.said"), ["typed"]);
});

test("a new start leaves neither answers nor what the form held", () => {
  type("x");
  session.read();

  session.clear();

  assert.deepEqual(session.answers, { format });
  assert.deepEqual(form.fields.get("profile.said"), []);
});
