import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { fromFim } from '../../src/adapters/identity/profiles/fim.ts';
import { fromProConnect } from '../../src/adapters/identity/profiles/proconnect.ts';
import { readEmail } from '../../src/application/files/import/cells.ts';
import { decideSignIn } from '../../src/domain/access/account.ts';
import { emailsAmong, normalizeEmail } from '../../src/domain/person/mail-address.ts';
import { checkRecipient } from '../../src/open-badges/verification/check-recipient.ts';
import { rounds } from '../support/property-runs.ts';

/** Each is another address than `kim@ac-test.example`, and looks like it or was once taken for it. */
const LOOKALIKES = [
  ['KELVIN SIGN in the local part', '\u212Aim@ac-test.example'],
  ['Cyrillic letters in the local part', 'k\u0456m@ac-test.example'],
  ['a full-width letter in the local part', '\uFF4Bim@ac-test.example'],
  ['a dotless i', 'k\u0131m@ac-test.example'],
  ['a zero-width space in the local part', 'k\u200Bim@ac-test.example'],
  ['a zero-width joiner in the domain', 'kim@ac-\u200Dtest.example'],
  ['a soft hyphen in the domain', 'kim@ac-\u00ADtest.example'],
  ['a NUL in the local part', 'kim\0@ac-test.example'],
  ['a NUL in the domain', 'kim@ac-test.example\0'],
  ['a tab in the domain', 'kim@ac-te\tst.example'],
  ['a line feed in the domain', 'kim@ac-te\nst.example'],
  ['a right-to-left override', 'kim@ac-test.example\u202E'],
  ['full-width letters in the domain', 'kim@\uFF41c-test.example'],
  ['an ideographic full stop in the domain', 'kim@ac-test\u3002example'],
  ['a path after the domain', 'kim@ac-test.example/x'],
  ['a port after the domain', 'kim@ac-test.example:443'],
  ['a second address', 'kim@ac-test.example@evil.example'],
  ['a display name', 'Kim <kim@ac-test.example>'],
  ['a quoted local part', '"kim"@ac-test.example'],
  ['percent-encoding in the domain', 'kim@ac-test%2Eexample'],
  ['an IPv4 address', 'kim@127.1'],
  ['a final dot', 'kim@ac-test.example.'],
] as const;

describe('an e-mail address', () => {
  it.each(LOOKALIKES)('is refused with %s', (_cause, text) => {
    expect(normalizeEmail(text)).toBeUndefined();
  });

  it('has one form for every case of A to Z, and for both spellings of its domain', () => {
    expect(normalizeEmail(' Claire.O\u2019Dupont@ac-test.example')).toBeUndefined();
    expect(normalizeEmail(" Claire.O'Dupont@AC-Test.example ")).toBe("claire.o'dupont@ac-test.example");
    expect(normalizeEmail('a@ACAD\u00C9MIE.example')).toBe('a@xn--acadmie-eya.example');
    expect(normalizeEmail('a@xn--acadmie-eya.example')).toBe('a@xn--acadmie-eya.example');
  });

  it('with a Cyrillic letter in its domain is that of another domain', () => {
    const other = normalizeEmail('kim@\u0430c-test.example');
    expect(other).toMatch(/^kim@xn--/);
    expect(emailsAmong(['kim@ac-test.example', '\u0430@x', 'KIM@ac-test.example', other ?? ''])).toEqual([
      'kim@ac-test.example',
      other,
    ]);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })).map((pair) => pair.join('@')),
    fc
      .tuple(fc.emailAddress(), fc.nat(), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))
      .map(([email, at, sign]) => email.slice(0, at % email.length) + sign + email.slice(at % email.length)),
  );
  test.prop([anyText], { numRuns: rounds(2000) })(
    'is ASCII in lower case, stays as it is when it is read again, and is refused otherwise',
    (text) => {
      const email = normalizeEmail(text);
      if (email === undefined) return;
      expect(email).toMatch(/^[!-~]+@[a-z0-9.-]+$/);
      expect(email).not.toMatch(/[A-Z]/);
      expect(normalizeEmail(email)).toBe(email);
      // No character of the local part stands for another one.
      const written = text.trim();
      expect(written.slice(0, written.lastIndexOf('@'))).toMatch(/^[!-~]+$/);
    },
  );
});

describe('an address that looks like another one', () => {
  it.each(LOOKALIKES)('signs in as no person of the register: %s', (_cause, email) => {
    for (const read of [fromFim, fromProConnect]) {
      const identity = { ...read({ email }), provider: 'fim' as const, issuer: 'i', subject: 's' };
      expect(identity.email).toBeUndefined();
      expect(decideSignIn({ identity, known: [], bound: [] })).toEqual({
        kind: 'doubt',
        reason: 'no-address',
      });
    }
  });

  it.each(LOOKALIKES)('is refused in a file: %s', (_cause, email) => {
    expect(() => readEmail(() => email, 'email')).toThrow();
  });

  it('is not the recipient of a badge for the other address', async () => {
    const credential = { credentialSubject: { email: 'kim@ac-test.example' } };
    expect(await checkRecipient(credential, '\u212Aim@ac-test.example')).toBe('other-address');
    expect(await checkRecipient(credential, 'KIM@AC-TEST.EXAMPLE')).toBe('confirmed');
  });
});
