import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { buildCredential } from '../../src/issuing/credential.ts';
import { toJwtPayload } from '../../src/open-badges/credential/jwt-payload.ts';
import { makeInput, onlyCriteria } from './builders.ts';

const SIGNED = '2026-07-04T08:00:00Z' as Instant;

async function unsigned(code: string) {
  const definition = onlyCriteria().achievements.find((candidate) => candidate.code === code);
  if (definition === undefined) throw new Error('no badge');
  return buildCredential(makeInput(definition));
}

describe('toJwtPayload', () => {
  it('adds five claims, each equal to the body’s own value, and the instant of signing', async () => {
    const body = await unsigned('RUPN-EXP');
    const { iss, sub, jti, iat, nbf, exp, ...rest } = toJwtPayload(body, SIGNED);
    expect(rest).toEqual(body);
    expect({ iss, sub, jti }).toEqual({ iss: body.issuer.id, sub: body.credentialSubject.id, jti: body.id });
    expect(new Date(iat * 1000).toISOString()).toBe('2026-07-04T08:00:00.000Z');
    expect(new Date(nbf * 1000).toISOString()).toBe('2026-07-03T10:00:00.000Z');
    expect(new Date((exp ?? 0) * 1000).toISOString()).toBe('2029-08-31T21:59:59.000Z');
  });

  it('has no exp where the badge does not end, and no proof', async () => {
    const body = { ...(await unsigned('RUPN-ENG')), proof: [{ type: 'DataIntegrityProof' }] };
    const payload = toJwtPayload(body, SIGNED);
    expect(payload).not.toHaveProperty('exp');
    expect(payload).not.toHaveProperty('proof');
  });

  it.each([
    ['validFrom', '2026-07-03T10:00:00.500Z'],
    ['validFrom', '2026-07-03'],
    ['validFrom', undefined],
    ['validUntil', '2027-07-03T10:00:00.001Z'],
    ['validUntil', null],
    ['credentialSubject', { type: ['AchievementSubject'] }],
    ['issuer', { name: 'DANE' }],
    ['id', ''],
  ])('refuses a body whose %s is %o', async (member, value) => {
    const body = { ...(await unsigned('RUPN-ENG')), [member]: value };
    expect(() => toJwtPayload(body, SIGNED)).toThrow(expect.objectContaining({ code: 'unsafe-credential' }));
  });
});
