import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ForgeryCase } from './case.ts';
import { endedForgeries } from './ended.ts';
import { hiddenForgeries } from './hidden.ts';
import { namedKeyForgeries } from './keys.ts';
import { otherForgeries } from './other.ts';
import foreign from './third-party.json' with { type: 'json' };

/** Folder of the frozen files. */
export const FORGERIES_FOLDER = fileURLToPath(new URL('../../vectors/forgeries', import.meta.url));

const JUDGED = new Map<string, ForgeryCase['foreign']>(Object.entries(foreign));

/** Every forgery, with the recorded judgments of two other verifiers. The result is the same on every
 *  machine. */
export async function makeForgeries(): Promise<readonly ForgeryCase[]> {
  const cases = [
    ...(await hiddenForgeries()),
    ...(await otherForgeries()),
    ...(await endedForgeries()),
    ...namedKeyForgeries(),
  ];
  return cases.map((one) => {
    const judged = JUDGED.get(one.name);
    return judged ? { ...one, foreign: judged } : one;
  });
}

/** `node test/support/forgeries/make.ts` writes the files again; review them as a diff. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(FORGERIES_FOLDER, { recursive: true });
  for (const file of readdirSync(FORGERIES_FOLDER)) {
    if (file.endsWith('.json')) rmSync(`${FORGERIES_FOLDER}/${file}`);
  }
  for (const one of await makeForgeries()) {
    writeFileSync(`${FORGERIES_FOLDER}/${one.name}.json`, `${JSON.stringify(one, null, 2)}\n`);
  }
}
