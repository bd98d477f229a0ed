import { mkdirSync, writeFileSync } from 'node:fs';
import { makeReaders, outcomeOf, RECORD } from './read-outcome.ts';
import { recordedInputs } from './recorded-inputs.ts';

/** `node test/verification/record-outcomes.ts` records the outcomes of the present code, and prints how often
 *  each kind of outcome comes. */
const readers = await makeReaders();
const lines = new Map<string, string>();
const kinds = new Map<string, number>();
for (const { name, make } of recordedInputs()) {
  const { kind, digest } = await outcomeOf(readers, make());
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  lines.set(name, (lines.get(name) ?? `${name} `) + digest);
}
mkdirSync(new URL('.', RECORD), { recursive: true });
writeFileSync(RECORD, `${[...lines.values()].join('\n')}\n`);
for (const [kind, count] of [...kinds].sort((one, other) => other[1] - one[1]))
  process.stdout.write(`${count} ${kind}\n`);
