// Verifies the cases of the corpus with the installed package: `node verify-corpus.child.ts ENTRY CORPUS`. It runs in a
// folder that holds nothing but the package, and prints one report a line.
import { readdirSync, readFileSync } from 'node:fs';
import type * as library from '../../src/open-badges/entries/open-badges.node.ts';
import type { CorpusCase } from '../support/corpus/case.ts';
import type { FixturePages } from '../support/fixtures/credentials.ts';

const [entry = '', corpus = '', origin = '', now = ''] = process.argv.slice(2);
const { verify }: typeof library = await import(entry);
const fixture: FixturePages = JSON.parse(readFileSync(`${corpus}/world.json`, 'utf8'));

const fetcher: library.Fetcher = {
  fetch: async (url) => {
    const page = fixture[url];
    if (page === undefined) return { kind: 'unreachable', reason: 'no such host' };
    const body = new TextEncoder().encode(page.body);
    if (page.status !== 200) return { kind: 'status', status: page.status, body };
    return { kind: 'ok', url, contentType: page.contentType, body };
  },
};

function toInput({ input }: CorpusCase): library.VerifyInput {
  if (input.kind === 'text') return input.text;
  if (input.kind === 'base64') return new Uint8Array(Buffer.from(input.base64, 'base64'));
  return typeof input.document === 'string'
    ? input.document
    : (input.document as object & Record<string, unknown>);
}

const options = { fetcher, now: new Date(now), origin, legacyIssuer: `${origin}/issuer/ob2` };
for (const kind of ['valid', 'invalid']) {
  for (const file of readdirSync(`${corpus}/${kind}`)) {
    const one: CorpusCase = JSON.parse(readFileSync(`${corpus}/${kind}/${file}`, 'utf8'));
    const { verdict, steps } = await verify(toInput(one), options);
    const seen = Object.fromEntries(steps.map(({ step, result, code }) => [step, [result, code]]));
    process.stdout.write(`${JSON.stringify({ case: `${kind}/${one.name}`, verdict, steps: seen })}\n`);
  }
}
