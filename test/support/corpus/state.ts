import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import type { StepCode, Verdict } from '../../../src/open-badges/verification/report.ts';
import { makeJws } from '../credential-signing.ts';
import { ORIGIN } from '../fixtures/credentials.ts';
import { badge, endorsement, JWT_HEADER, payloadOf, signed } from './badge.ts';
import { type CorpusCase, invalid } from './case.ts';
import { dataModel1 } from './valid.ts';

export async function dateCases(): Promise<readonly CorpusCase[]> {
  const of = async (
    name: string,
    why: string,
    changes: JsonObject,
    [verdict, code]: readonly [Verdict, StepCode],
  ) => invalid(name, why, await signed(badge(changes)), { verdict, step: 'validity', code });
  const unreadable = ['not-verifiable', 'bad-dates'] as const;
  return [
    await of('expired', 'its end is past', { validUntil: '2026-08-31T22:00:00Z' }, ['expired', 'expired']),
    await of('not-yet-valid', 'its beginning is to come', { validFrom: '2027-01-01T00:00:00Z' }, [
      'not-yet-valid',
      'not-yet-valid',
    ]),
    await of(
      'date-with-junk',
      'a date followed by something',
      { validFrom: '2026-07-12T10:00:00Zjunk' },
      unreadable,
    ),
    await of('end-without-zone', 'an end without zone', { validUntil: '2029-08-31T22:00:00' }, unreadable),
    await of('end-before-beginning', 'it ends before it begins', { validUntil: '2026-01-01T00:00:00Z' }, [
      'not-verifiable',
      'dates-contradict',
    ]),
    await of('no-beginning', 'a badge that does not say from when it is valid', { validFrom: undefined }, [
      'not-verifiable',
      'no-beginning',
    ]),
    await inBoth(
      ['expired-in-the-other-spelling', 'validUntil is past, expirationDate is not'],
      { validUntil: '2026-08-31T22:00:00Z' },
      ['expired', 'expired'],
    ),
    await inBoth(
      ['not-begun-in-the-other-spelling', 'validFrom is to come, issuanceDate is past'],
      { validFrom: '2027-01-01T00:00:00Z' },
      ['not-yet-valid', 'not-yet-valid'],
    ),
    await inBoth(
      ['junk-in-the-other-spelling', 'validUntil is no date, expirationDate is one'],
      { validUntil: 'jamais' },
      unreadable,
    ),
    invalid(
      'jwt-expired',
      'exp is past and the body has no end',
      makeJws(JWT_HEADER, { ...payloadOf(badge({ validUntil: undefined })), exp: 1_790_000_000 }),
      { verdict: 'expired', step: 'validity', code: 'expired' },
    ),
  ];
}

/** The context of data model 1.1 also defines the dates of 2.0, so neither spelling may hide the other. */
async function inBoth(
  [name, why]: readonly [string, string],
  changes: JsonObject,
  [verdict, code]: readonly [Verdict, StepCode],
): Promise<CorpusCase> {
  const document = await signed({ ...dataModel1(), ...changes });
  return invalid(name, why, document, { verdict, step: 'validity', code });
}

export async function endorsementCases(): Promise<readonly CorpusCase[]> {
  const of = async (name: string, why: string, embedded: unknown) =>
    invalid(name, why, await signed(badge({ endorsement: [embedded] })), {
      verdict: 'endorsement-not-valid',
      step: 'endorsements',
      code: 'endorsement-invalid',
    });
  const genuine = await signed(endorsement());
  const elsewhere = { id: `${ORIGIN}/credentials/other`, type: ['EndorsementSubject'] };
  return [
    await of('endorsement-tampered', 'an endorsement changed after it was signed', {
      ...genuine,
      name: 'Soutien du ministère',
    }),
    await of(
      'endorsement-of-another',
      'about another badge',
      await signed(endorsement({ credentialSubject: elsewhere })),
    ),
    {
      ...(await of('endorsement-that-is-none', 'a badge in the place of one', await signed(badge()))),
      verdict: 'departs',
    },
    await of('endorsement-unsigned', 'an endorsement without proof', endorsement()),
    await of(
      'endorsement-expired',
      'an endorsement past its end',
      await signed(endorsement({ validUntil: '2026-08-01T00:00:00Z' })),
    ),
  ];
}
