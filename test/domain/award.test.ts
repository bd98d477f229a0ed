import { describe, expect, test } from 'vitest';
import { achievementOf } from '../../src/catalogue/versions.ts';
import { isAgainstCriteria, judgeForGrant } from '../../src/domain/award/by-decision.ts';
import { decideGrant, type GrantInput, type PreviousAward } from '../../src/domain/award/grant.ts';
import {
  type Award,
  FIRST_CHOICE,
  type IssuedCredential,
  type Recipient,
} from '../../src/domain/award/types.ts';
import { evaluate } from '../../src/domain/criteria/evaluate.ts';
import type { Evaluation } from '../../src/domain/criteria/evaluation.ts';
import { deriveTeamFacts } from '../../src/domain/facts/derive-team.ts';
import type { AwardId, PersonId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { parseUai } from '../../src/domain/uai.ts';
import { basis, criteria, day, deriveFrom, GUYOT } from './builders.ts';

const DECISION = { name: 'jury', rule: { decision: true } } as const;
const AT = '2026-07-12T08:00:00Z' as Instant;
const recipient: Recipient = { kind: 'person', personId: 'p1' as PersonId };
const school: Recipient = { kind: 'establishment', uai: parseUai(GUYOT) };

/** An evaluation of the badge on a day; here the facts do not decide whether it is met. */
function judged(code: string, on: string, met = true): Evaluation {
  const definition = achievementOf(criteria, code);
  const facts =
    definition.recipient === 'person'
      ? deriveFrom({}, on)
      : deriveTeamFacts({ uai: parseUai(GUYOT), people: [], meetings: [] }, day(on), basis);
  return { ...evaluate({ definition, criteria, facts }), met };
}

function grant(code: string, on: string, rest: Partial<GrantInput> & { readonly met?: boolean } = {}): Award {
  const { met = true, ...input } = rest;
  const definition = achievementOf(criteria, code);
  return decideGrant({
    recipient: definition.recipient === 'person' ? recipient : school,
    evaluation: judged(code, on, met),
    definition,
    previous: [],
    actor: 'agent',
    at: AT,
    id: 'a1' as AwardId,
    factsDigest: 'sha256$00',
    ...input,
  }).award;
}

function issued(award: Award, what: Partial<IssuedCredential>): PreviousAward {
  return { award, credential: what as IssuedCredential };
}

const declined = (award: Award): PreviousAward =>
  issued(award, {
    choice: { ...FIRST_CHOICE, acceptance: 'declined' },
  });
const accepted = (award: Award): PreviousAward =>
  issued(award, {
    choice: {
      acceptance: 'accepted',
      visibility: 'public',
      hidden: true,
      name: 'full',
      form: 'feminine',
      showSchools: true,
      emailIdentifier: false,
      words: 'fitting',
    },
  });
const revoked = (award: Award): PreviousAward =>
  issued(award, {
    choice: {
      acceptance: 'accepted',
      visibility: 'public',
      hidden: false,
      name: 'full',
      form: 'feminine',
      showSchools: true,
      emailIdentifier: false,
      words: 'fitting',
    },
    revocation: { at: AT, by: 'agent', reason: 'erreur' },
  });

describe('a decision that a badge asks for', () => {
  const decided = (evaluation: Evaluation): Evaluation => ({
    ...evaluation,
    facts: { ...evaluation.facts, decided: true },
  });

  test('is none without a reason, whoever put it among the facts', () => {
    const evaluation = decided(judged('RUPN-ENG', '2026-07-12'));
    expect(() => grant('RUPN-ENG', '2026-07-12', { evaluation, reason: ' ' })).toThrow(
      expect.objectContaining({ code: 'not-met' }),
    );
    const award = grant('RUPN-ENG', '2026-07-12', { evaluation, reason: 'Jury' });
    expect([award.overrideReason, isAgainstCriteria(award)]).toEqual(['Jury', false]);
  });

  test('is taken again for a renewal', () => {
    const former = grant('RUPN-ENT', '2024-07-12', { at: '2024-07-12T08:00:00Z' as Instant });
    const first = { ...former, evaluation: decided(former.evaluation), overrideReason: 'Jury' };
    const definition = { ...achievementOf(criteria, 'RUPN-ENT'), requirements: [DECISION] };
    const by = { definition, criteria: { ...criteria, achievements: [definition] } };
    const facts = deriveFrom({}, '2027-07-12');
    const evaluation = evaluate({ ...by, facts });
    const again = { previous: [accepted(first)], definition, at: '2027-07-12T08:00:00Z' as Instant };
    expect(() => grant('RUPN-ENT', '2027-07-12', { ...again, evaluation })).toThrow(
      expect.objectContaining({ code: 'not-met', params: expect.objectContaining({ lacks: 'decision' }) }),
    );
    expect(judgeForGrant(evaluation, ' ', by)).toBe(evaluation);
    const ofRecords = evaluate({ definition: achievementOf(criteria, 'RUPN-ENT'), criteria, facts });
    const byRecords = { definition: achievementOf(criteria, 'RUPN-ENT'), criteria };
    expect(judgeForGrant(ofRecords, 'Jury', byRecords)).toBe(ofRecords);
    const judgedAgain = judgeForGrant(evaluation, 'Jury', by);
    const award = grant('RUPN-ENT', '2027-07-12', { ...again, evaluation: judgedAgain, reason: 'Jury' });
    expect([award.sequence, award.evaluation.met, isAgainstCriteria(award)]).toEqual([2, true, false]);
  });
});

describe('a first grant', () => {
  test('records what was judged, by whom and when', () => {
    const award = grant('RUPN-ENG', '2026-07-12');
    expect(award).toMatchObject({
      id: 'a1',
      recipient,
      achievement: 'RUPN-ENG',
      version: 1,
      schoolYear: 2025,
      sequence: 1,
      grantedAt: AT,
      grantedBy: 'agent',
      factsDigest: 'sha256$00',
    });
    expect(award.validUntil).toBeUndefined();
    expect(award.overrideReason).toBeUndefined();
  });

  test.each([
    ['RUPN-EXP', '2026-09-01', '2030-08-31T21:59:59Z'],
    ['RUPN-ENT', '2026-08-31', '2029-08-31T21:59:59Z'],
    ['RUPN-VEILLE', '2026-01-01', '2029-08-31T21:59:59Z'],
    ['RUPN-EQUIPE', '2026-06-30', '2027-08-31T21:59:59Z'],
  ])('of %s on %s ends on %s', (code, on, validUntil) => {
    expect(grant(code, on).validUntil).toBe(validUntil);
  });

  test('needs the criteria or a reason, which is kept', () => {
    expect(() => grant('RUPN-ENG', '2026-07-12', { met: false })).toThrow(
      expect.objectContaining({
        code: 'not-met',
        params: { code: 'RUPN-ENG', missing: ['duration', 'families', 'reviews'] },
      }),
    );
    expect(() => grant('RUPN-ENG', '2026-07-12', { met: false, reason: '  ' })).toThrow(
      expect.objectContaining({ code: 'not-met' }),
    );
    expect(grant('RUPN-ENG', '2026-07-12', { met: false, reason: ' pièces vues ' }).overrideReason).toBe(
      'pièces vues',
    );
  });

  test('keeps no reason where none was needed', () => {
    expect(grant('RUPN-ENG', '2026-07-12', { reason: 'bravo' }).overrideReason).toBeUndefined();
  });

  test('is not hindered by other badges or other people', () => {
    const other = grant('RUPN-ENG', '2026-07-12', {
      recipient: { kind: 'person', personId: 'p2' as PersonId },
    });
    const otherBadge = grant('RUPN-CONF', '2026-07-12');
    const award = grant('RUPN-ENG', '2026-07-12', { previous: [{ award: other }, declined(otherBadge)] });
    expect(award.sequence).toBe(1);
  });

  test('refuses the wrong kind of recipient', () => {
    expect(() => grant('RUPN-ENG', '2026-07-12', { recipient: school })).toThrow(
      expect.objectContaining({ code: 'wrong-recipient-kind' }),
    );
    expect(() =>
      grant('RUPN-ENG', '2026-07-12', { evaluation: judged('RUPN-EQUIPE', '2026-07-12') }),
    ).toThrow(expect.objectContaining({ code: 'wrong-recipient-kind' }));
  });
});

describe('a grant after an award that stands', () => {
  test('is refused for a badge without end, whatever the reason', () => {
    const previous = [{ award: grant('RUPN-ENG', '2026-07-12') }];
    for (const reason of ['', 'encore']) {
      expect(() => grant('RUPN-ENG', '2040-01-01', { previous, reason })).toThrow(
        expect.objectContaining({ code: 'award-exists', params: { code: 'RUPN-ENG', awardId: 'a1' } }),
      );
    }
  });

  test('is a renewal from six calendar months before the end', () => {
    const previous = [accepted(grant('RUPN-EXP', '2026-08-31'))];
    expect(() => grant('RUPN-EXP', '2029-02-27', { previous, reason: 'tôt' })).toThrow(
      expect.objectContaining({
        code: 'award-exists',
        params: { code: 'RUPN-EXP', awardId: 'a1', validUntil: '2029-08-31', renewableFrom: '2029-02-28' },
      }),
    );
    const renewed = grant('RUPN-EXP', '2029-02-28', { previous });
    expect(renewed).toMatchObject({ sequence: 2, validUntil: '2032-08-31T21:59:59Z' });
    expect(renewed.overrideReason).toBeUndefined();
    expect(grant('RUPN-EXP', '2031-01-01', { previous }).sequence).toBe(2);
  });

  test('counts the months to 29 February in a leap year', () => {
    const previous = [{ award: grant('RUPN-EXP', '2025-07-12') }];
    expect(() => grant('RUPN-EXP', '2028-02-28', { previous })).toThrow(
      expect.objectContaining({ code: 'award-exists' }),
    );
    expect(grant('RUPN-EXP', '2028-02-29', { previous }).sequence).toBe(2);
  });

  test('looks at the last award only, whatever their order', () => {
    const one = grant('RUPN-EXP', '2020-07-12', { at: '2020-07-12T08:00:00Z' as Instant });
    const two = { ...grant('RUPN-EXP', '2026-07-12'), sequence: 2, id: 'a2' as AwardId };
    const previous = [accepted(two), declined(one)];
    expect(() => grant('RUPN-EXP', '2026-08-01', { previous })).toThrow(
      expect.objectContaining({ code: 'award-exists', params: expect.objectContaining({ awardId: 'a2' }) }),
    );
    expect(grant('RUPN-EXP', '2029-08-01', { previous }).sequence).toBe(3);
  });

  test('of a school is free in another school year', () => {
    const previous = [{ award: grant('RUPN-EQUIPE', '2026-06-30') }];
    expect(() => grant('RUPN-EQUIPE', '2026-08-31', { previous })).toThrow(
      expect.objectContaining({ code: 'award-exists' }),
    );
    expect(grant('RUPN-EQUIPE', '2026-09-01', { previous })).toMatchObject({ sequence: 1, schoolYear: 2026 });
  });
});

describe('a grant after a decline or a revocation', () => {
  test.each([
    ['declined', declined],
    ['revoked', revoked],
  ])('of an award that was %s needs a reason, which is kept', (_, became) => {
    const previous = [became(grant('RUPN-ENG', '2026-07-12'))];
    expect(() => grant('RUPN-ENG', '2027-07-12', { previous })).toThrow(
      expect.objectContaining({
        code: 'award-declined-or-revoked',
        params: { code: 'RUPN-ENG', awardId: 'a1' },
      }),
    );
    const again = grant('RUPN-ENG', '2026-07-13', { previous, reason: 'à sa demande' });
    expect(again).toMatchObject({ sequence: 2, overrideReason: 'à sa demande' });
    expect(isAgainstCriteria(again)).toBe(true);
  });

  test('needs a reason even when the award would have ended since', () => {
    const previous = [revoked(grant('RUPN-EXP', '2020-07-12', { at: '2020-07-12T08:00:00Z' as Instant }))];
    expect(() => grant('RUPN-EXP', '2026-07-12', { previous })).toThrow(
      expect.objectContaining({ code: 'award-declined-or-revoked' }),
    );
  });
});

describe('a grant for a day long past', () => {
  test('is refused where the badge would have ended already, and so could never be signed', () => {
    expect(() => grant('RUPN-EXP', '2020-07-12')).toThrow(
      expect.objectContaining({ code: 'award-over', params: { code: 'RUPN-EXP', validUntil: '2023-08-31' } }),
    );
    expect(grant('RUPN-ENG', '2020-07-12').validUntil).toBeUndefined();
  });
});
