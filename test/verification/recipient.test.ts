import { describe, expect, it } from 'vitest';
import { checkRecipient } from '../../src/open-badges/verification/check-recipient.ts';
import { badge, signed, subject } from '../support/corpus/badge.ts';
import { makeFixturePages } from '../support/fixtures/credentials.ts';
import { makeTestVerifier } from '../support/test-verifier.ts';

const of = (changes: Parameters<typeof subject>[0]) => badge({ credentialSubject: subject(changes) });
const identifier = (identityHash: string, hashed: boolean, salt?: string) => [
  { type: 'IdentityObject', identityType: 'emailAddress', hashed, identityHash, ...(salt && { salt }) },
];

describe('an address that the reader types', () => {
  it('is found in a hashed identifier, with the vector of the standard, and in lower case', async () => {
    expect(await checkRecipient(badge(), 'a@example.com')).toBe('confirmed');
    expect(await checkRecipient(badge(), ' A@Example.com ')).toBe('confirmed');
    expect(await checkRecipient(badge(), 'b@example.com')).toBe('other-address');
  });

  it('is found in MD5, without salt, in clear, in a mailto: and next to other identifiers', async () => {
    const md5 = 'md5$89c16f1a51bdb96bcd2bfbc50e2c7f82';
    const hashed = (await import('node:crypto')).createHash('md5').update('a@example.com').digest('hex');
    const cases = [
      { identifier: identifier(`md5$${hashed.toUpperCase()}`, true) },
      { identifier: identifier('A@example.com', false) },
      { id: 'mailto:a@example.com', identifier: undefined },
      { email: 'a@example.com', identifier: undefined },
      { identifier: [...identifier(md5, true), ...identifier('a@example.com', false)] },
    ];
    for (const changes of cases) expect(await checkRecipient(of(changes), 'a@example.com')).toBe('confirmed');
  });

  it('is never confirmed by another salt, by an address in place of a hash, or by nothing', async () => {
    const { identityHash } = (subject()['identifier'] as { identityHash: string }[])[0] ?? {
      identityHash: '',
    };
    expect(
      await checkRecipient(of({ identifier: identifier(identityHash, true, 'Other') }), 'a@example.com'),
    ).toBe('other-address');
    expect(await checkRecipient(of({ identifier: identifier('a@example.com', true) }), 'a@example.com')).toBe(
      'other-address',
    );
    expect(await checkRecipient(of({ identifier: undefined }), 'a@example.com')).toBe('no-address');
    expect(await checkRecipient(of({ identifier: identifier('', false) }), '')).toBe('other-address');
  });

  it('is compared only if the signature is valid, and changes nothing else in the report', async () => {
    const verify = makeTestVerifier(await makeFixturePages());
    const document = await signed(badge());
    const plain = await verify({ kind: 'document', document });
    const requested = await verify({ kind: 'document', document }, { recipient: 'a@example.com' });
    expect(requested).toEqual({ ...plain, recipient: 'confirmed' });
    const forged = { ...document, name: 'Palmes académiques' };
    const report = await verify({ kind: 'document', document: forged }, { recipient: 'a@example.com' });
    expect(report).toMatchObject({ verified: false, recipient: 'not-checked' });
  });
});
