import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BrowserReport, shownReport } from '../../src/application/verification/browser-report.ts';
import type { CorpusCase } from '../support/corpus/case.ts';
import { CORPUS_FOLDER } from '../support/corpus/make.ts';
import { type FixturePages, fixtureFetcher, NOW, ORIGIN } from '../support/fixtures/credentials.ts';
import { FORGERIES_FOLDER } from '../support/forgeries/make.ts';
import { type BuiltBundle, buildBundle } from './built-bundle.ts';

type Case = CorpusCase & { readonly world?: FixturePages };

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const casesIn = (folder: string): readonly Case[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => read(`${folder}/${file}`));
const fixture: FixturePages = read(`${CORPUS_FOLDER}/world.json`);
const valid = casesIn(`${CORPUS_FOLDER}/valid`);
const invalid = [...casesIn(`${CORPUS_FOLDER}/invalid`), ...casesIn(FORGERIES_FOLDER)];

let built: BuiltBundle;
beforeAll(async () => {
  built = await buildBundle();
});

function bytesOf({ input }: Case): Uint8Array {
  if (input.kind === 'base64') return new Uint8Array(Buffer.from(input.base64, 'base64'));
  const given = input.kind === 'text' ? input.text : input.document;
  return new TextEncoder().encode(typeof given === 'string' ? given : JSON.stringify(given));
}

/** The answer of a device whose visitor allows every host, or only this service. */
async function answer(one: Case, asksAll: boolean): Promise<BrowserReport> {
  const notRequested = new Set<string>();
  const whole = fixtureFetcher({ ...fixture, ...one.world });
  const device = built.makeDevice({
    origin: ORIGIN,
    clock: { now: () => NOW },
    fetcher: {
      fetch: async (url, accept) => {
        if (asksAll || url.startsWith(`${ORIGIN}/`)) return whole.fetch(url, accept);
        notRequested.add(url);
        return { kind: 'unreachable', reason: 'not asked' };
      },
      allow: () => {},
      takeLog: () => ({ notAsked: [...notRequested], read: [] }),
    },
  });
  return device.verify(bytesOf(one));
}

const verdictOf = (given: BrowserReport) => (given.kind === 'beyond' ? 'beyond' : shownReport(given).verdict);

describe('the verification of the browser, as it is built', () => {
  it.each(valid)('gives only results that the service gives: $name ($why)', async (one) => {
    expect([one.verdict, 'beyond']).toContain(verdictOf(await answer(one, true)));
  });

  it.each(invalid)('never accepts as valid what the service does not: $name ($why)', async (one) => {
    for (const asksAll of [true, false]) {
      const given = await answer(one, asksAll);
      const verdict = verdictOf(given);
      expect(verdict).not.toMatch(/^valid/);
      if (asksAll) expect([one.verdict, 'beyond']).toContain(verdict);
      if (given.kind === 'report') expect(shownReport(given).verified).toBe(false);
    }
  });

  it('confirms the good badges of Open Badges 3.0, except for some left to the service', async () => {
    const current = valid.filter(({ name }) => !name.startsWith('older-'));
    const verdicts = await Promise.all(current.map(async (one) => verdictOf(await answer(one, true))));
    const left = current.filter((_, at) => verdicts[at] === 'beyond').map(({ name }) => name);
    expect(current.length - left.length).toBe(60);
    expect(left).toEqual([
      'data-model-1.1',
      'endorsed-by-jwt',
      'jwt-of-data-model-1.1',
      'presentation-enveloped',
      'presentation-jwt',
      'presentation',
      'record-of-data-model-1.1',
      'record',
      'status-list-2021',
      'status-message',
      'suite-ecdsa-rdfc-2019-p384',
      'suite-ed25519-signature-2020',
    ]);
  });

  it('shows as not confirmed all that a host which was not asked could change', () => {
    const report = { verified: true, verdict: 'valid', steps: [] } as const;
    const given = { kind: 'report', report, notAsked: ['elsewhere.example'], read: [] } as const;
    expect(shownReport(given)).toMatchObject({ verified: false, verdict: 'not-verifiable' });
    expect(shownReport({ ...given, notAsked: [] })).toBe(report);
  });

  it('weighs less than 61 kB in all, compressed, in each language', () => {
    const texts = [...built.weights.keys()].filter((name) => name.startsWith('part-browser-'));
    const whole = [...built.weights.values()].reduce((sum, one) => sum + one, 0);
    expect(texts).toHaveLength(2);
    for (const own of texts) {
      const other = texts.find((one) => one !== own) ?? '';
      expect(whole - (built.weights.get(other) ?? 0)).toBeLessThan(61_000);
    }
  });
});
