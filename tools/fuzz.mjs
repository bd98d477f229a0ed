// `npm run fuzz -- --documents 50000 --seed 7`: canonicalises generated documents, half of them hostile, by
// compiled contexts and by the original library, and prints how many results were equal to the byte. Any
// difference is printed in full and fails the run.
import { parseArgs } from 'node:util';
import { compareDocuments } from '../test/canonical/compare.ts';
import { say } from './print.mjs';

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const counts = await compareDocuments(Number(values.documents), Number(values.seed), (done, soFar) => {
  if (done % 1000 === 0) say(`… ${done}: ${inWords(soFar)}`);
});
for (const document of counts.differing) process.stdout.write(`${JSON.stringify(document)}\n`);
say(`${values.documents} documents, seed ${values.seed}: ${inWords(counts)}.`);
process.exitCode = counts.differing.length > 0 ? 1 : 0;

function inWords({ equal, leftToLibrary, refusedByBoth, differing }) {
  return (
    `${equal} equal to the byte, ${leftToLibrary} left to the library, ` +
    `${refusedByBoth} refused by both, ${differing.length} different`
  );
}
