import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { ORIGIN } from '../fixtures/credentials.ts';
import { badge, signed, statusEntry } from './badge.ts';
import { type CorpusCase, type Expected, invalid } from './case.ts';

const BROKEN: Expected = { verdict: 'status-unreachable', step: 'status', code: 'status-list-invalid' };
const REVOKED: Expected = { verdict: 'revoked', step: 'status', code: 'revoked' };
const SUSPENDED: Expected = { verdict: 'suspended', step: 'status', code: 'suspended' };
const UNREACHABLE: Expected = {
  verdict: 'status-unreachable',
  step: 'status',
  code: 'status-unreachable',
  result: 'not-checked',
};
/** A status that this service cannot read is not called invalid. */
const UNSUPPORTED: Expected = {
  verdict: 'status-unreachable',
  step: 'status',
  code: 'status-unsupported',
  result: 'not-checked',
};
const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';

export async function statusCases(): Promise<readonly CorpusCase[]> {
  return [...(await readableLists()), ...(await brokenLists()), ...(await legacyLists())];
}

async function of(
  [name, why]: readonly [string, string],
  credentialStatus: JsonObject,
  expected: Expected,
  changes: JsonObject = {},
): Promise<CorpusCase> {
  return invalid(name, why, await signed(badge({ credentialStatus, ...changes })), expected);
}

function inList(name: string, changes: JsonObject = {}): JsonObject {
  return statusEntry({ statusListCredential: `${ORIGIN}/status/${name}`, ...changes });
}

function readableLists(): Promise<readonly CorpusCase[]> {
  const revoked = statusEntry({ statusListIndex: '7' });
  const suspended = inList('suspension', { statusPurpose: 'suspension', statusListIndex: '9' });
  const past = { validUntil: '2026-08-31T22:00:00Z' };
  return Promise.all([
    of(['revoked', 'its bit is set'], revoked, REVOKED),
    of(['revoked-and-expired', 'revoked says more than expired'], revoked, REVOKED, past),
    of(['suspended', 'its bit is set in a suspension list'], suspended, SUSPENDED),
  ]);
}

function brokenLists(): Promise<readonly CorpusCase[]> {
  const nowhere = statusEntry({ statusListCredential: 'https://gone.example/status/1' });
  const unknownType = { id: `${ORIGIN}/status/1#42`, type: 'JsonSchema' };
  const lettered = statusEntry({ statusListIndex: '7abc' });
  const outside = statusEntry({ statusListIndex: '131072' });
  return Promise.all([
    of(['list-unreachable', 'nothing answers at the list’s address'], nowhere, UNREACHABLE),
    of(['list-unsigned', 'a list without proof'], inList('unsigned'), BROKEN),
    of(['list-tampered', 'a list changed after it was signed'], inList('tampered'), BROKEN),
    of(['list-of-another', 'another issuer’s list'], inList('foreign'), BROKEN),
    of(['list-expired', 'a list past its validity'], inList('expired'), BROKEN),
    of(['list-short', 'a list of eight entries'], inList('short'), BROKEN),
    of(['list-not-json', 'a page in place of the list'], inList('html'), BROKEN),
    of(['list-of-other-purpose', 'a suspension list for a revocation entry'], inList('suspension'), BROKEN),
    of(['list-of-other-id', 'another list at the address of this one'], inList('copy'), BROKEN),
    of(['index-not-a-number', 'an index with a letter'], lettered, BROKEN),
    of(['index-out-of-range', 'an index past the end'], outside, BROKEN),
    of(['status-type-unknown', 'a status nobody here can read'], unknownType, UNSUPPORTED),
    of(
      ['list-of-unknown-suite', 'a list signed in a way nobody here knows'],
      inList('other-suite'),
      UNSUPPORTED,
    ),
  ]);
}

function legacyLists(): Promise<readonly CorpusCase[]> {
  const contexts = { '@context': [...(badge()['@context'] as string[]), EXTENSIONS] };
  const entry = { id: 'https://legacy.example/revocations.json', type: '1EdTechRevocationList' };
  const nowhere = { ...entry, id: 'https://gone.example/list.json' };
  const listed = { ...contexts, id: `${ORIGIN}/credentials/legacy-revoked` };
  return Promise.all([
    of(['legacy-revoked', 'on the 1EdTech list'], entry, REVOKED, listed),
    of(['legacy-unreachable', 'the 1EdTech list does not answer'], nowhere, UNREACHABLE, contexts),
  ]);
}
