/** A table that a Belgian spreadsheet opens as it is, and in which nothing is taken for a formula. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { asCsv } from "../../../frontend/import-export/csv.ts";

test("a table begins with a byte order mark, has semicolons, and ends its lines as Windows does", () => {
  assert.equal(asCsv({ columns: ["a", "b"], rows: [["1", "2"]] }), "\ufeffa;b\r\n1;2\r\n");
});

test("a table without rows still has its head", () => {
  assert.equal(asCsv({ columns: ["a", "b"], rows: [] }), "\ufeffa;b\r\n");
});

test("a cell with a semicolon, a quote or a new line stays one cell", () => {
  const text = asCsv({ columns: ["a"], rows: [['x; "y"\nz']] });

  assert.equal(text, '\ufeffa\r\n"x; ""y""\nz"\r\n');
});

const FORMULAS = [
  "=1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\n=1", "\r=1", "\ufeff=1", "\u00a0=1", "\tx", "\rx", "\nx",
  "\uff1d1", "\uff0b1", "\uff0d1", "\uff201",
];
for (const formula of FORMULAS) {
  test(`a cell is not taken for a formula: ${JSON.stringify(formula)}`, () => {
    const [, cell = ""] = /^\ufeffa\r\n(.*)\r\n$/s.exec(asCsv({ columns: ["a"], rows: [[formula]] })) ?? [];

    assert.equal(cell.replace(/^"(.*)"$/s, "$1"), `'${formula}`);
  });
}

test("a column's title is not taken for a formula either", () => {
  assert.equal(asCsv({ columns: ["=1"], rows: [] }), `\ufeff"'=1"\r\n`);
});

test("what only has such a sign in it stays as it is", () => {
  for (const plain of ["a=1", "1-2", "x@y.be", "", "'", " x"]) {
    const [, row] = asCsv({ columns: ["a", "b"], rows: [[plain, "z"]] }).split("\r\n");
    assert.equal(row?.replaceAll('"', ""), `${plain};z`);
  }
});
