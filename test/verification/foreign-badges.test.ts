import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { StepCode, Verdict } from '../../src/openbadges/report.ts';
import { json, type World } from '../support/credential-world.ts';
import { makeTestVerifier, stepOf } from '../support/test-verifier.ts';

const FOLDER = 'test/vectors/foreign';
const read = (name: string): unknown => JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'));

const DCC_LIST =
  'https://raw.githubusercontent.com/digitalcredentials/verifier-core/refs/heads/main/src/test-fixtures/status/e5WK8CbZ1GjycuPombrj';

/** A controller document of an issuer whose address no longer answers, with the key that its badge names. */
function controller(id: string, publicKeyMultibase: string): World {
  const method = { id: `${id}#${publicKeyMultibase}`, type: 'Multikey', controller: id, publicKeyMultibase };
  return { [id]: json({ id, verificationMethod: [method], assertionMethod: [method.id] }) };
}

const WORLD: World = {
  [DCC_LIST]: json(read('dcc-status-list')),
  ...controller('https://1edtech.edu/issuers/565049', 'zDnaekGZTbQBerwcehBSXLqAg6s55hVEBms1zFy89VHXtJSa9'),
  ...controller('https://example.com/issuers/876543', 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi'),
};

interface Expected {
  readonly verdict: Verdict;
  readonly proof: StepCode;
  readonly schema: StepCode;
  readonly why: string;
}

/** What is made of badges that others published, and why it is not more. */
const BADGES: Readonly<Record<string, Expected>> = {
  '1edtech-selective-disclosure': {
    verdict: 'valid',
    proof: 'ok',
    schema: 'ok',
    why: 'derived by the public validator’s own Java',
  },
  '1edtech-eddsa-2022': {
    verdict: 'signature-not-valid',
    proof: 'key-not-authorised',
    schema: 'ok',
    why: 'signed with the key that the guide prints with its private half',
  },
  'dcc-v2-expired': { verdict: 'expired', proof: 'ok', schema: 'ok', why: 'ended in 2011' },
  'dcc-v1-with-status': {
    verdict: 'status-unreachable',
    proof: 'ok',
    schema: 'no-recipient',
    why: 'its list states another address than the one it stands at, and it names no recipient',
  },
  'dcc-v2-double-signature': {
    verdict: 'status-unreachable',
    proof: 'ok',
    schema: 'no-recipient',
    why: 'both signatures are good; the list and the recipient as before',
  },
  'dcc-status-list': {
    verdict: 'valid',
    proof: 'ok',
    schema: 'ok',
    why: 'a credential that is no badge',
  },
  'vc-ed-plugfest-3': {
    verdict: 'not-verifiable',
    proof: 'unsupported-proof',
    schema: 'ok',
    why: 'Ed25519Signature2018, which neither guide nor validator reads any more',
  },
};

describe('the badges that others published', () => {
  it('all have their line', () => {
    expect(
      readdirSync(FOLDER)
        .map((file) => file.replace('.json', ''))
        .sort(),
    ).toEqual(Object.keys(BADGES).sort());
  });

  it.each(Object.entries(BADGES))('are judged as said: %s', async (name, { verdict, proof, schema, why }) => {
    const report = await makeTestVerifier(WORLD)({ kind: 'document', document: read(name) });
    const seen = {
      verdict: report.verdict,
      proof: stepOf(report, 'proof')?.code,
      schema: stepOf(report, 'schema')?.code,
    };
    expect(seen, `${why} ${JSON.stringify(report.steps)}`).toEqual({ verdict, proof, schema });
    expect(report.verified).toBe(verdict === 'valid');
  });
});
