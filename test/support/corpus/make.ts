import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type FixturePages, makeFixturePages } from '../fixtures/credentials.ts';
import { legacyPages } from '../legacy/hosts.ts';
import type { CorpusCase } from './case.ts';
import { invalidCases } from './invalid.ts';
import { validLegacyCases } from './legacy.ts';
import { invalidLegacyCases } from './legacy-invalid.ts';
import { invalidMetCases, validMetCases } from './met.ts';
import { statusAndRefreshPages, validStatusCases } from './status-lists.ts';
import { validSuiteCases } from './suites.ts';
import { validCases } from './valid.ts';

/** Folder of the frozen files. */
export const CORPUS_FOLDER = fileURLToPath(new URL('../../vectors/credentials', import.meta.url));

export interface Corpus {
  readonly world: FixturePages;
  readonly valid: readonly CorpusCase[];
  readonly invalid: readonly CorpusCase[];
}

/** Every credential of the corpus and the web that they are judged in. The result is the same on every
 *  machine. */
export async function makeCorpus(): Promise<Corpus> {
  const legacy = { valid: validLegacyCases(), invalid: invalidLegacyCases() };
  const pages = [...legacy.valid, ...legacy.invalid].map((one) => one.pages);
  return {
    world: Object.assign(
      {},
      await makeFixturePages(),
      await statusAndRefreshPages(),
      legacyPages(),
      ...pages,
    ),
    valid: [
      ...(await validCases()),
      ...(await validSuiteCases()),
      ...(await validStatusCases()),
      ...(await validMetCases()),
      ...legacy.valid.map(({ one }) => one),
    ],
    invalid: [
      ...(await invalidCases()),
      ...(await invalidMetCases()),
      ...legacy.invalid.map(({ one }) => one),
    ],
  };
}

/** `node test/support/corpus/make.ts` writes the files again; review them as a diff. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const corpus = await makeCorpus();
  const write = (path: string, value: unknown) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
  write(`${CORPUS_FOLDER}/world.json`, corpus.world);
  for (const kind of ['valid', 'invalid'] as const) {
    rmSync(`${CORPUS_FOLDER}/${kind}`, { recursive: true, force: true });
    mkdirSync(`${CORPUS_FOLDER}/${kind}`, { recursive: true });
    for (const one of corpus[kind]) write(`${CORPUS_FOLDER}/${kind}/${one.name}.json`, one);
  }
}
