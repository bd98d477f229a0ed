import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { answerInTime, followedOnHost } from '../../src/open-badges/fetching/ssrf-rules.ts';
import { makeNodeFileReader } from '../../src/open-badges/files/reader.node.ts';
import { makeProofChecker } from '../../src/open-badges/proofs/compose-checker.ts';
import { makeVerifyCredential } from '../../src/open-badges/verification/verify-credential.ts';
import { verificationTexts as english } from '../../src/texts/en/verification/report.ts';
import { fr } from '../support/fr.ts';

const URL_ = 'https://badges.example/b';
const failing = (error: unknown) => answerInTime(URL_, 1000, () => Promise.reject(error));
const withCode = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

/** What is said of a badge at an address that fails in this way. */
async function verdictAfter(error: unknown) {
  const verify = makeVerifyCredential({
    fetcher: { fetch: () => failing(error) },
    proofChecker: makeProofChecker(),
    files: makeNodeFileReader(),
    clock: { now: () => '2026-11-24T12:00:00Z' as Instant },
    origin: 'https://jalon.test',
  });
  const { steps } = await verify({ kind: 'url', url: URL_ });
  const [step] = steps;
  if (!step) throw new Error('no step');
  return { french: fr.verification.step(step), english: english.step(step) };
}

const redirected = () => {
  try {
    return followedOnHost(new URL(URL_), 'https://elsewhere.example/');
  } catch (error) {
    return error;
  }
};

describe('an address that gives no badge', () => {
  it.each([
    ['a redirect to another host', redirected(), 'elsewhere.example'],
    ['a certificate that has ended', withCode('CERT_HAS_EXPIRED'), 'certificat'],
    ['a name that does not exist', withCode('ENOTFOUND', { syscall: 'queryA' }), 'n’existe pas'],
    [
      'name servers that do not answer',
      withCode('ETIMEOUT', { syscall: 'queryAaaa' }),
      'personne n’en répond',
    ],
  ])('is named, with what is the case: %s', async (_, error, stated) => {
    const { french, english: translated } = await verdictAfter(error);
    expect(french).toContain(stated);
    for (const sentence of [french, translated]) expect(sentence).toContain('badges.example');
  });

  it.each(['ECONNREFUSED', 'ETIMEOUT', 'ESERVFAIL', 'EREFUSED'])(
    'is not called nonexistent if no name server answered (%s)',
    async (code) => {
      const { french, english: translated } = await verdictAfter(withCode(code, { syscall: 'queryA' }));
      expect(french).not.toContain('n’existe pas');
      expect(translated).not.toContain('does not exist');
    },
  );

  it.each(['ECONNREFUSED', 'ENETUNREACH', 'ETIMEDOUT'])(
    'is named where no connection is possible, with what a service without the internet can’t check (%s)',
    async (code) => {
      const { french, english: translated } = await verdictAfter(withCode(code));
      for (const sentence of [french, translated]) expect(sentence).toContain('badges.example');
      expect(french).toContain('ni la clé de l’émetteur, ni la révocation');
      expect(translated).toContain('neither the issuer’s key, nor revocation');
    },
  );

  it('that gives no answer is named too', async () => {
    const { french } = await verdictAfter(withCode('EOTHER'));
    expect(french).toContain(URL_);
  });
});
