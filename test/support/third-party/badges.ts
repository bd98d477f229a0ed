import { readFileSync } from 'node:fs';
import type { StepCode, Verdict } from '../../../src/open-badges/verification/report.ts';
import { type FixturePages, json } from '../fixtures/credentials.ts';

export const FOLDER = 'test/vectors/foreign';
export const readThirdParty = (name: string): unknown =>
  JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'));

const DCC_LIST =
  'https://raw.githubusercontent.com/digitalcredentials/verifier-core/refs/heads/main/src/test-fixtures/status/e5WK8CbZ1GjycuPombrj';

/** A controller document of an issuer whose address no longer answers, with the key that its badge names. */
function controller(id: string, publicKeyMultibase: string): FixturePages {
  const method = { id: `${id}#${publicKeyMultibase}`, type: 'Multikey', controller: id, publicKeyMultibase };
  return { [id]: json({ id, verificationMethod: [method], assertionMethod: [method.id] }) };
}

export const THIRD_PARTY_PAGES: FixturePages = {
  [DCC_LIST]: json(readThirdParty('dcc-status-list')),
  ...controller('https://1edtech.edu/issuers/565049', 'zDnaekGZTbQBerwcehBSXLqAg6s55hVEBms1zFy89VHXtJSa9'),
  ...controller('https://example.com/issuers/876543', 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi'),
};

/** The expected verdict on one file, and the reason. */
interface Expected {
  /** The publisher, and the kind of file. */
  readonly kind: string;
  readonly verdict: Verdict;
  readonly proof: StepCode;
  readonly schema: StepCode;
  readonly status?: StepCode;
  readonly why: string;
}

/** The badges that others published. */
export const THIRD_PARTY_BADGES: Readonly<Record<string, Expected>> = {
  '1edtech-selective-disclosure': {
    kind: 'samples of 1EdTech’s public validator',
    verdict: 'partial',
    proof: 'ok',
    schema: 'ok',
    why: 'derived by the public validator’s own Java',
  },
  '1edtech-eddsa-2022': {
    kind: 'samples of 1EdTech’s public validator',
    verdict: 'signature-not-valid',
    proof: 'key-not-authorised',
    schema: 'ok',
    why: 'signed with the key that the guide prints with its private half',
  },
  'dcc-v2-expired': {
    kind: 'fixtures of the Digital Credentials Consortium',
    verdict: 'expired',
    proof: 'ok',
    schema: 'ok',
    why: 'ended in 2011',
  },
  'dcc-v1-with-status': {
    kind: 'fixtures of the Digital Credentials Consortium',
    verdict: 'status-unreachable',
    proof: 'ok',
    schema: 'no-recipient',
    why: 'its list is a copy that states another address, so its bit establishes nothing; it names no recipient',
    status: 'status-list-invalid',
  },
  'dcc-v2-double-signature': {
    kind: 'fixtures of the Digital Credentials Consortium',
    verdict: 'status-unreachable',
    proof: 'ok',
    schema: 'no-recipient',
    why: 'both signatures are good; the list and the recipient as before',
    status: 'status-list-invalid',
  },
  'dcc-status-list': {
    kind: 'fixtures of the Digital Credentials Consortium',
    verdict: 'valid',
    proof: 'ok',
    schema: 'ok',
    why: 'a credential that is no badge',
  },
  'vc-ed-plugfest-3': {
    kind: 'a badge of the VC-EDU plugfest',
    verdict: 'not-verifiable',
    proof: 'unsupported-proof',
    schema: 'ok',
    why: 'Ed25519Signature2018, which neither guide nor validator reads any more',
  },
};
