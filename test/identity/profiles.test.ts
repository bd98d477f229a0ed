import { describe, expect, test } from 'vitest';
import { pickClaims } from '../../src/adapters/identity/profiles/claims.ts';
import { fimProfile, fromFim } from '../../src/adapters/identity/profiles/fim.ts';
import { fromProConnect } from '../../src/adapters/identity/profiles/proconnect.ts';
import { CLAIRE, JEANNE } from './people.ts';

/** Claims whose NUMEN cannot be read by its name, and which cannot be read all at once. */
function guarded(claims: Readonly<Record<string, unknown>>) {
  return new Proxy(claims, {
    get: (target, name) => {
      if (name === 'employeeNumber') throw new Error('the NUMEN was read');
      return Reflect.get(target, name);
    },
  });
}

describe('ProConnect', () => {
  test('gives a name and an address in lower case, which counts as verified, and no school', () => {
    expect(fromProConnect(CLAIRE)).toEqual({
      email: 'claire.dupont@ac-test.example',
      emailVerified: true,
      givenName: 'Claire',
      familyName: 'Dupont',
      mayHead: [],
      worksAt: [],
    });
  });

  test('gives no verified address where there is none, or an invalid one', () => {
    for (const email of [undefined, '', 'claire', 12, 'a b@c.example']) {
      expect(fromProConnect({ ...CLAIRE, email })).toMatchObject({ emailVerified: false });
      expect(fromProConnect({ ...CLAIRE, email })).not.toHaveProperty('email');
    }
  });

  test('does not count an address as verified that is stated not to be', () => {
    expect(fromProConnect({ ...CLAIRE, email_verified: false }).emailVerified).toBe(false);
    expect(fromProConnect({ ...CLAIRE, email_verified: 'false' }).emailVerified).toBe(false);
  });

  test('never gives a school, even with claims about schools', () => {
    expect(fromProConnect({ ...CLAIRE, ...JEANNE })).toMatchObject({ mayHead: [], worksAt: [] });
  });
});

describe('the ministry’s federation', () => {
  test('gives the schools that a DIR may declare to head, and the agent’s own, each once', () => {
    expect(fromFim(JEANNE)).toMatchObject({ mayHead: ['0210001M', '0210002N'], worksAt: ['0210001M'] });
  });

  test('gives the schools of a person who is not DIR, and none to head', () => {
    for (const FrEduFonctAdm of ['ENS', 'ADM', '', undefined, 'DIRECTION', ['ENS']]) {
      const identity = fromFim({ ...JEANNE, FrEduFonctAdm });
      expect(identity).toMatchObject({ mayHead: [], worksAt: ['0210001M'] });
    }
  });

  test('finds DIR among several functions', () => {
    expect(fromFim({ ...JEANNE, FrEduFonctAdm: ['ENS', 'DIR'] }).mayHead).toHaveLength(2);
  });

  test('reads X as none', () => {
    expect(fromFim({ ...JEANNE, FrEduRneResp: 'X' }).mayHead).toEqual([]);
    expect(fromFim({ ...JEANNE, FrEduRneResp: ['X'] }).mayHead).toEqual([]);
  });

  test.each([[','], [';'], ['|'], [' '], [', ']])(
    'reads several values with "%s" between them',
    (separator) => {
      const FrEduRneResp = JEANNE.FrEduRneResp.join(separator);
      expect(fromFim({ ...JEANNE, FrEduRneResp }).mayHead).toEqual(['0210001M', '0210002N']);
    },
  );

  test('skips values that are not a UAI', () => {
    const FrEduRneResp = ['0210001A$UAJ$PU', '$$$', '', 'null', 12, null, '0210002n$UAJ$PU$N$T3$CLG$340'];
    expect(fromFim({ ...JEANNE, FrEduRneResp }).mayHead).toEqual(['0210002N']);
    for (const odd of [undefined, null, 7, {}, [[]], '$'])
      expect(fromFim({ ...JEANNE, FrEduRneResp: odd, FrEduRne: odd, rne: odd })).toMatchObject({
        mayHead: [],
        worksAt: [],
      });
  });

  test('is read without reading the NUMEN, which is never copied', () => {
    const picked = pickClaims(fimProfile.claims, guarded(JEANNE), guarded(JEANNE));
    expect(picked).not.toHaveProperty('employeeNumber');
    expect(JSON.stringify(fromFim(picked))).not.toContain(JEANNE.employeeNumber);
    expect(fromFim(guarded(JEANNE)).mayHead).toHaveLength(2);
  });
});
