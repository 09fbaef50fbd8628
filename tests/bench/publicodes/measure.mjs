/** Works out the net salary for one gross salary after another, and says how long each took, in milliseconds. */

import rules from "modele-social";
import Engine from "publicodes";

const GROSS = "salarié . contrat . salaire brut";
const NET = "salarié . rémunération . net . à payer avant impôt";
/** Of these we hear nothing: it gets warm first, as ours does. */
const WARMING_UP = 10;
const CHANGES = 40;

const nothing = () => undefined;
const engine = new Engine(rules, { logger: { log: nothing, warn: nothing, error: nothing } });

function reevaluate(gross) {
  const before = performance.now();
  engine.setSituation({ [GROSS]: `${gross} €/mois` });
  const { nodeValue } = engine.evaluate(NET);
  const took = performance.now() - before;
  if (!(nodeValue > 0 && nodeValue < gross)) {
    throw new Error(`${gross} gives ${nodeValue}`);
  }
  return took;
}

const took = Array.from({ length: WARMING_UP + CHANGES }, (_, index) => reevaluate(3000 + 10 * index));
console.log(JSON.stringify(took.slice(WARMING_UP)));
