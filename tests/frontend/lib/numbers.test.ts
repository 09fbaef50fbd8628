/** Numbers as people write them here: what is read is read as it is written, and the rest is not read. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { readNumber, readWhole, withComma } from "../../../frontend/lib/numbers.ts";

/** Everything but digits and the sign before them. */
const digitsOf = (text: string): string => text.replaceAll(/[^\d]/g, "").replace(/^0+(?=\d)/, "");

const READ: [string, string][] = [
  ["1500", "1500"],
  ["99,50", "99.50"],
  ["62.5", "62.5"],
  ["1.250", "1250"],
  ["1.250,50", "1250.50"],
  ["1 250", "1250"],
  ["1 250,50", "1250.50"],
  ["12\u00a0500\u202f000", "12500000"],
  ["€ 150", "150"],
  ["€150,50", "150.50"],
  ["150 €", "150"],
  ["150 EUR", "150"],
  ["1.250,50 euro", "1250.50"],
  ["150,-", "150"],
  ["€ 1.250,--", "1250"],
  ["-5", "-5"],
  ["−5", "-5"],
  ["-€ 5", "-5"],
  ["  7 ", "7"],
  ["007", "7"],
  ["0", "0"],
  ["0,5", "0.5"],
];
for (const [written, number] of READ) {
  test(`"${written}" is read as ${number}`, () => assert.equal(readNumber(written, "euro"), number));
}

const REFUSED = [
  ...["", "x", "2-", "-", ",5", "150,", "1e3", "0x10", "Infinity", "1/2", "2 à 3", "½", "١٢", "１２"],
  // Thousands or decimals, as one counts them; or neither.
  ...["1,250", "150,000", "0.250", "1250.500", "1.25.000", "1.2500", "12 50", "1.250 000", "1,250.50", "1'250", "1,2,3"],
  ...["€", "€ 1 €", "150 %", "150 USD", "8 uur"],
];
for (const written of REFUSED) {
  test(`"${written}" is not read`, () => assert.equal(readNumber(written, "euro"), null));
}

test("a sign is read only where the number is of that", () => {
  assert.deepEqual([readNumber("30 %", "percent"), readNumber("30%", "percent")], ["30", "30"]);
  assert.deepEqual([readNumber("30 %"), readNumber("€ 30", "percent"), readNumber("€ 30")], [null, null, null]);
});

test("a whole number has no decimals but noughts", () => {
  assert.deepEqual(["3", "1.250", "3,00", "3.0", "3,-"].map((text) => readWhole(text)), [3, 1250, 3, 3, 3]);
  assert.deepEqual(["2,5", "2.5", "1,25", "x", "", "1234567890123456"].map((text) => readWhole(text)), [
    ...[null, null, null, null, null, null],
  ]);
});

/** Numbers of every size, the same in every run. */
function* numbers(): Generator<number> {
  for (let number = 1; number < 10 ** 9; number = number * 3 + 1) {
    yield* [number, number / 10, number / 100, -number];
  }
}

for (const language of ["nl-BE", "fr-BE", "de-BE", "nl-NL"]) {
  test(`every number is read as ${language} writes it`, () => {
    const format = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    for (const number of numbers()) {
      const written = format.format(number);
      assert.equal(Number(readNumber(written)), Number(number.toFixed(2)), written);
    }
  });
}

test("what is read has the digits that were written, in their order", () => {
  const signs = ["1", "2", "0", "5", ".", ",", " ", "-", "€", "%"];
  let texts = [""];
  for (let length = 1; length <= 6; length++) {
    texts = texts.flatMap((text) => signs.map((sign) => text + sign));
    for (const text of texts) {
      const read = readNumber(text, "euro");
      assert.ok(read === null || digitsOf(read) === digitsOf(text), `${text} → ${read}`);
    }
    texts = texts.filter((_, index) => length < 4 || index % 7 === 0);
  }
});

test("a number that is shown is read as what it was", () => {
  for (const written of ["150.50", "0.5", "7", "-3.25"]) {
    assert.equal(readNumber(withComma(written)), written);
  }
});

test("what is no number is shown as it was typed", () => {
  assert.deepEqual(["1.2.3", "1.250", "a.b", "3"].map(withComma), ["1.2.3", "1.250", "a.b", "3"]);
});
