import { beforeEach, describe, expect, it } from 'vitest';
import { makeKnownAnswers } from '../../src/adapters/http-client/own-origin-fetcher.ts';
import { DomainError } from '../../src/domain/errors.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { canonicaliseThirdParty } from '../../src/open-badges/canonicalization/canonical-form.ts';
import { makeNodeFileReader } from '../../src/open-badges/files/reader.node.ts';
import { hasType, type JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import type { ProofChecker } from '../../src/open-badges/proofs/checker.ts';
import { makeProofChecker } from '../../src/open-badges/proofs/compose-checker.ts';
import type { Step } from '../../src/open-badges/verification/report.ts';
import {
  makeVerifyCredential,
  type VerifyCredential,
} from '../../src/open-badges/verification/verify-credential.ts';
import { badge, signed, statusEntry } from '../support/corpus/badge.ts';
import { embedProof, testKey } from '../support/credential-signing.ts';
import {
  DID,
  fixtureFetcher,
  json,
  LIST,
  makeFixturePages,
  NOW,
  ORIGIN,
  type Page,
  RETIRED_KEY,
  statusList,
  THIRD_PARTY_DID,
  THIRD_PARTY_KEY,
} from '../support/fixtures/credentials.ts';
import { stepOf } from '../support/test-verifier.ts';

const DID_DOCUMENT = `${ORIGIN}/.well-known/did.json`;
const LIST_KEY = `${DID}#ed-retired`;

let fixture: Record<string, Page>;
let now: Instant;
let verify: VerifyCredential;
/** The number of computed signatures of status lists. */
let computed: number;
let isBusy: boolean;

/** The verification of one service over time: the world changes, and the kept results stay. */
beforeEach(async () => {
  fixture = { ...(await makeFixturePages()) };
  now = NOW;
  computed = 0;
  isBusy = false;
  await publish(statusList([7]));
  const keep = makeKnownAnswers({ entries: 20, bytes: 1_000_000 });
  const fetcher = fixtureFetcher(fixture);
  verify = makeVerifyCredential({
    fetcher: { fetch: async (url, accept) => keep(await fetcher.fetch(url, accept)) },
    files: makeNodeFileReader(),
    proofChecker: counting(makeProofChecker(canonicalise)),
    clock: { now: () => now },
    origin: ORIGIN,
  });
});

/** Refuses lists while the service has too much to do. */
async function canonicalise(document: JsonObject) {
  if (isBusy && hasType(document, 'BitstringStatusListCredential')) throw new DomainError('overloaded');
  return canonicaliseThirdParty(document);
}

function counting(checker: ProofChecker): ProofChecker {
  return {
    ...checker,
    verifyDataIntegrity: (request) => {
      if (hasType(request.secured, 'BitstringStatusListCredential')) computed += 1;
      return checker.verifyDataIntegrity(request);
    },
  };
}

/** Publishes the list, signed by another of our keys than the badges. */
async function publish(list: JsonObject, options: JsonObject = {}): Promise<void> {
  fixture[LIST] = json(await embedProof(list, RETIRED_KEY, { verificationMethod: LIST_KEY, ...options }));
}

async function statusOf(document: JsonObject): Promise<Step> {
  const report = await verify({ kind: 'document', document });
  const step = stepOf(report, 'status');
  if (step === undefined) throw new Error('no status step');
  return step;
}

/** Changes the description of the key that signs the list. */
function changeKey(
  change: (document: { verificationMethod: JsonObject[]; assertionMethod: string[] }) => void,
) {
  const document = JSON.parse(fixture[DID_DOCUMENT]?.body ?? '');
  change(document);
  fixture[DID_DOCUMENT] = json(document);
}

const index = (at: number) => ({
  credentialStatus: statusEntry({ id: `${LIST}#${at}`, statusListIndex: String(at) }),
});

describe('a status list that was found well signed', () => {
  it('is not computed again for other badges, and each bit is read', async () => {
    const codes: string[] = [];
    for (const at of [6, 7, 8]) codes.push((await statusOf(await signed(badge(index(at))))).code);
    expect(codes).toEqual(['ok', 'revoked', 'ok']);
    expect(computed).toBe(1);
  });

  it('is read again as soon as it is published again', async () => {
    const document = await signed(badge(index(8)));
    expect((await statusOf(document)).code).toBe('ok');
    await publish(statusList([7, 8]));
    expect((await statusOf(document)).code).toBe('revoked');
    await publish(statusList([7]));
    expect((await statusOf(document)).code).toBe('ok');
    expect(computed).toBe(3);
  });

  it('does not count any more where one of its characters differs', async () => {
    const document = await signed(badge(index(8)));
    expect((await statusOf(document)).code).toBe('ok');
    const page = fixture[LIST];
    if (page === undefined) throw new Error('no list');
    fixture[LIST] = { ...page, body: page.body.replace('DANE de Dijon', 'DANE de Dijoń') };
    expect(await statusOf(document)).toMatchObject({
      code: 'status-list-invalid',
      params: { fault: 'signature' },
    });
  });

  it('does not count any more once its key is not listed', async () => {
    const document = await signed(badge(index(8)));
    expect((await statusOf(document)).code).toBe('ok');
    changeKey((did) => {
      did.assertionMethod = did.assertionMethod.filter((id) => id !== LIST_KEY);
    });
    expect((await statusOf(document)).code).toBe('status-list-invalid');
  });

  it('does not count any more once its key is compromised', async () => {
    const document = await signed(badge(index(8)));
    expect((await statusOf(document)).code).toBe('ok');
    changeKey((did) => {
      did.assertionMethod = did.assertionMethod.filter((id) => id !== LIST_KEY);
    });
    const problem = { code: 'key-compromised', compromisedAt: NOW, reason: 'Clé copiée' };
    fixture[`${ORIGIN}/keys/ed-retired`] = json(problem, 410);
    expect((await statusOf(document)).detail).toContain('compromised');
  });

  it('is computed again where another key has the same name', async () => {
    const document = await signed(badge(index(8)));
    expect((await statusOf(document)).code).toBe('ok');
    changeKey((did) => {
      did.verificationMethod = did.verificationMethod.map((method) =>
        method['id'] === LIST_KEY ? { ...method, publicKeyMultibase: testKey(9).publicKeyMultibase } : method,
      );
    });
    for (const count of [2, 3]) {
      expect(await statusOf(document)).toMatchObject({
        code: 'status-list-invalid',
        params: { fault: 'signature' },
      });
      expect(computed).toBe(count);
    }
  });

  it('does not count any more once its key has ended', async () => {
    const document = await signed(badge(index(8)));
    changeKey((did) => {
      did.verificationMethod = did.verificationMethod.map((method) =>
        method['id'] === LIST_KEY ? { ...method, expires: '2026-11-24T12:30:00Z' } : method,
      );
    });
    expect((await statusOf(document)).code).toBe('ok');
    now = '2026-11-24T12:30:00Z' as Instant;
    expect((await statusOf(document)).code).toBe('status-list-invalid');
  });

  it('does not count any more after its own end, or that of its proof', async () => {
    const document = await signed(badge(index(8)));
    await publish(statusList([7]), { expires: '2026-11-24T13:00:00Z' });
    expect((await statusOf(document)).code).toBe('ok');
    now = '2026-11-24T13:00:00Z' as Instant;
    expect((await statusOf(document)).code).toBe('status-list-invalid');
    await publish(statusList([7]));
    expect((await statusOf(document)).code).toBe('ok');
    now = '2026-11-25T10:00:00Z' as Instant;
    expect(await statusOf(document)).toMatchObject({
      code: 'status-list-invalid',
      params: { fault: 'dates' },
    });
  });

  it('does not apply to another issuer’s badge, nor to another purpose', async () => {
    expect((await statusOf(await signed(badge(index(8))))).code).toBe('ok');
    const thirdParty = await embedProof(
      badge({ ...index(8), issuer: { id: THIRD_PARTY_DID, type: ['Profile'], name: 'Un autre' } }),
      THIRD_PARTY_KEY,
      { verificationMethod: `${THIRD_PARTY_DID}#k1` },
    );
    expect(await statusOf(thirdParty)).toMatchObject({
      code: 'status-list-invalid',
      params: { fault: 'issuer' },
    });
    const suspension = { credentialStatus: statusEntry({ statusPurpose: 'suspension' }) };
    expect((await statusOf(await signed(badge(suspension)))).code).toBe('status-list-invalid');
  });
});

describe('a status list that was found badly signed', () => {
  it('is computed at each verification, and its corrected form counts afterwards', async () => {
    const document = await signed(badge(index(8)));
    const good = statusList([7]);
    await publish(good);
    const page = fixture[LIST];
    if (page === undefined) throw new Error('no list');
    fixture[LIST] = { ...page, body: page.body.replace('revocation', 'suspension') };
    for (const count of [1, 2]) {
      expect((await statusOf(document)).code).toBe('status-list-invalid');
      expect(computed).toBe(count);
    }
    fixture[LIST] = page;
    expect((await statusOf(document)).code).toBe('ok');
  });
});

describe('a status list that could not be read for lack of time', () => {
  it('is read at the next verification', async () => {
    const document = await signed(badge(index(8)));
    isBusy = true;
    await expect(statusOf(document)).rejects.toMatchObject({ code: 'overloaded' });
    isBusy = false;
    expect((await statusOf(document)).code).toBe('ok');
  });
});
