import { describe, expect, test } from 'vitest';
import { pickClaims } from '../../src/adapters/identity/profiles/claims.ts';
import { fimProfile, fromFim } from '../../src/adapters/identity/profiles/fim.ts';
import { fromProConnect } from '../../src/adapters/identity/profiles/proconnect.ts';
import { CLAIRE, JEANNE } from './people.ts';

/** Claims that cannot be read by the name of the NUMEN, nor all at once. */
function guarded(claims: Readonly<Record<string, unknown>>) {
  return new Proxy(claims, {
    get: (target, name) => {
      if (name === 'employeeNumber') throw new Error('the NUMEN was read');
      return Reflect.get(target, name);
    },
  });
}

describe('ProConnect', () => {
  test('says a name and an address in lower case, which counts as verified, and no school', () => {
    expect(fromProConnect(CLAIRE)).toEqual({
      email: 'claire.dupont@ac-test.example',
      emailVerified: true,
      givenName: 'Claire',
      familyName: 'Dupont',
      mayHead: [],
      worksAt: [],
    });
  });

  test('gives no verified address where there is none, or none that is one', () => {
    for (const email of [undefined, '', 'claire', 12, 'a b@c.example']) {
      expect(fromProConnect({ ...CLAIRE, email })).toMatchObject({ emailVerified: false });
      expect(fromProConnect({ ...CLAIRE, email })).not.toHaveProperty('email');
    }
  });

  test('does not count an address as verified that is said not to be', () => {
    expect(fromProConnect({ ...CLAIRE, email_verified: false }).emailVerified).toBe(false);
    expect(fromProConnect({ ...CLAIRE, email_verified: 'false' }).emailVerified).toBe(false);
  });

  test('never gives a school, whatever school claims come with it', () => {
    expect(fromProConnect({ ...CLAIRE, ...JEANNE })).toMatchObject({ mayHead: [], worksAt: [] });
  });
});

describe('the ministry’s federation', () => {
  test('names the schools a DIR may declare to head, and those where the agent works, each once', () => {
    expect(fromFim(JEANNE)).toMatchObject({ mayHead: ['0210001M', '0210002N'], worksAt: ['0210001M'] });
  });

  test('says of somebody who is not DIR where they work, and gives nothing to head', () => {
    for (const FrEduFonctAdm of ['ENS', 'ADM', '', undefined, 'DIRECTION', ['ENS']]) {
      const identity = fromFim({ ...JEANNE, FrEduFonctAdm });
      expect(identity).toMatchObject({ mayHead: [], worksAt: ['0210001M'] });
    }
  });

  test('finds DIR among several functions', () => {
    expect(fromFim({ ...JEANNE, FrEduFonctAdm: ['ENS', 'DIR'] }).mayHead).toHaveLength(2);
  });

  test('understands X as none', () => {
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

  test('passes over what is not a UAI and keeps the others', () => {
    const FrEduRneResp = ['0210001A$UAJ$PU', '$$$', '', 'null', 12, null, '0210002n$UAJ$PU$N$T3$CLG$340'];
    expect(fromFim({ ...JEANNE, FrEduRneResp }).mayHead).toEqual(['0210002N']);
    for (const odd of [undefined, null, 7, {}, [[]], '$'])
      expect(fromFim({ ...JEANNE, FrEduRneResp: odd, FrEduRne: odd, rne: odd })).toMatchObject({
        mayHead: [],
        worksAt: [],
      });
  });

  test('is read without ever reading the NUMEN, which goes nowhere', () => {
    const picked = pickClaims(fimProfile.claims, guarded(JEANNE), guarded(JEANNE));
    expect(picked).not.toHaveProperty('employeeNumber');
    expect(JSON.stringify(fromFim(picked))).not.toContain(JEANNE.employeeNumber);
    expect(fromFim(guarded(JEANNE)).mayHead).toHaveLength(2);
  });
});
