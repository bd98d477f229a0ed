import { describe, expect, it } from 'vitest';
import type { StepCode, Verdict } from '../../src/open-badges/verification/report.ts';
import { STEP_NAMES } from '../../src/open-badges/verification/report.ts';
import { verificationTexts as en } from '../../src/texts/en/verification/report.ts';
import { verificationTexts as fr } from '../../src/texts/fr/verification/report.ts';

/** The type makes this complete: a new code does not compile until it is added here. */
const CODES: Readonly<Record<StepCode, true>> = {
  ok: true,
  skipped: true,
  refreshed: true,
  'not-json': true,
  'not-a-credential': true,
  'own-vocabulary': true,
  'several-presented': true,
  'no-credential-in-image': true,
  'damaged-image': true,
  'image-with-definitions': true,
  'not-a-drawing': true,
  'web-page': true,
  'several-credentials-in-image': true,
  'no-credential-in-pdf': true,
  'several-credentials-in-pdf': true,
  'several-codes-in-image': true,
  'damaged-pdf': true,
  'pdf-encrypted': true,
  'pdf-too-complex': true,
  'image-format': true,
  'image-too-large': true,
  'reading-too-slow': true,
  'not-plain-form': true,
  'first-version': true,
  'duplicate-member': true,
  'too-large': true,
  'too-deep': true,
  'too-many-members': true,
  'too-many-contexts': true,
  'too-many-proofs': true,
  'too-many-endorsements': true,
  'too-many-badges': true,
  'too-slow': true,
  unreachable: true,
  'not-found': true,
  gone: true,
  'schema-mismatch': true,
  departs: true,
  'undefined-term': true,
  'unknown-context': true,
  'no-recipient': true,
  'no-criteria': true,
  'no-proof': true,
  'unsupported-proof': true,
  'bad-signature': true,
  'bad-claims': true,
  'bad-header': true,
  'key-unreachable': true,
  'key-compromised': true,
  'key-not-authorised': true,
  'issuer-mismatch': true,
  'issuer-unreachable': true,
  'issuer-ours': true,
  'issuer-unknown': true,
  'bad-dates': true,
  'dates-contradict': true,
  'no-beginning': true,
  'end-not-shown': true,
  'not-yet-valid': true,
  expired: true,
  'no-status': true,
  'status-message': true,
  'status-unreachable': true,
  'status-list-invalid': true,
  'status-unsupported': true,
  'status-not-shown': true,
  revoked: true,
  suspended: true,
  'no-endorsement': true,
  'endorsement-invalid': true,
  'endorsement-unchecked': true,
  'not-an-endorsement': true,
  'endorsement-of-another': true,
  'inner-not-verified': true,
  'too-deeply-embedded': true,
  'mixed-versions': true,
  hosted: true,
  'no-address': true,
  'site-unreachable': true,
  'not-served': true,
  'served-otherwise': true,
  'differs-from-served': true,
  'outside-issuer': true,
  'class-outside-issuer': true,
  withdrawn: true,
  'issuer-site': true,
  'issuer-elsewhere': true,
};
const VERDICTS: Readonly<Record<Verdict, true>> = {
  valid: true,
  'valid-older': true,
  partial: true,
  'not-confirmed': true,
  departs: true,
  expired: true,
  revoked: true,
  suspended: true,
  'not-yet-valid': true,
  'status-unreachable': true,
  'signature-not-valid': true,
  'inner-not-valid': true,
  'endorsement-not-valid': true,
  'not-verifiable': true,
};

describe.each([
  ['French', fr],
  ['English', en],
])('the %s texts of a verification', (_language, texts) => {
  it('have a sentence for every code, and a specific one for every step that passed', () => {
    const sentences = Object.keys(CODES).map((code) => texts.step({ step: 'proof', code }));
    expect(sentences.every((sentence) => sentence.endsWith('.'))).toBe(true);
    expect(sentences).not.toContain(texts.step({ step: 'proof', code: 'never heard of' }));
    // An issuer is ours or unknown: its step never says "ok".
    const steps = STEP_NAMES.filter((step) => step !== 'issuer');
    const whenPassed = steps.map((step) => texts.step({ step, code: 'ok' }));
    expect(new Set(whenPassed).size).toBe(steps.length);
    expect(whenPassed).not.toContain(texts.step({ step: 'proof', code: 'never heard of' }));
    expect(Object.keys(texts.stepName)).toEqual([...STEP_NAMES]);
  });

  it('have a word for every result of every step', () => {
    for (const step of STEP_NAMES) {
      const words = (['passed', 'failed', 'not-checked'] as const).map((result) =>
        texts.result({ step, result, code: 'ok' }),
      );
      expect(new Set(words).size).toBe(3);
      expect(words.every((word) => word.length > 1)).toBe(true);
    }
  });

  it('have a sentence and a label for every verdict, never with "undefined"', () => {
    expect(Object.keys(texts.verdict).toSorted()).toEqual(Object.keys(VERDICTS).toSorted());
    expect(Object.keys(texts.innerVerdict).toSorted()).toEqual(Object.keys(VERDICTS).toSorted());
    const facts = { issuerName: 'DANE', issuedAt: 'no date', isOurs: true };
    for (const say of Object.values(texts.verdict)) {
      expect(`${say({})} ${say(facts)}`).not.toMatch(/undefined|Invalid/);
    }
  });
});

describe('the word of a step in French', () => {
  it('agrees with its name, and cannot be misread', () => {
    const stated = (step: string, result: string, code = 'ok') =>
      `${fr.stepName[step as keyof typeof fr.stepName]} ${fr.result({ step, result, code })}`;
    expect(stated('schema', 'passed')).toBe('Forme conforme');
    expect(stated('proof', 'not-checked')).toBe('Signature non vérifiée');
    expect(stated('status', 'passed')).toBe('Révocation aucune');
    expect(stated('status', 'failed', 'revoked')).toBe('Révocation prononcée');
    expect(stated('issuer', 'not-checked', 'issuer-unreachable')).toBe('Émetteur injoignable');
  });
});

describe('a verdict in French', () => {
  it('names the issuer of a valid badge, and its date in Paris', () => {
    const facts = { issuerName: 'la DANE de Dijon', issuedAt: '2026-07-11T22:30:00Z', isOurs: true };
    expect(fr.verdict.valid(facts)).toBe(
      'Ce badge est authentique et valable. Il a été délivré par la DANE de Dijon le 12 juillet 2026.',
    );
    expect(fr.verdict.valid({ ...facts, issuedAt: '2026-09-01T08:00:00Z' })).toContain(
      'le 1er septembre 2026',
    );
  });

  it('does not confirm a stranger’s name', () => {
    expect(fr.verdict.valid({ issuerName: 'X' })).toContain('nous ne garantissons pas son identité');
  });

  it('gives the date and the reason of a revocation', () => {
    const revoked = fr.verdict.revoked({
      revokedAt: '2026-10-03T08:00:00Z',
      revocationReason: 'erreur de saisie',
    });
    expect(revoked).toBe(
      'Ce badge a été révoqué par l’organisme qui l’a délivré le 3 octobre 2026. Il n’est plus valable. Motif\u00a0: «\u00a0erreur de saisie\u00a0».',
    );
  });

  it('states only that the signature is bad where it is', () => {
    expect(fr.verdict['signature-not-valid']({ issuerName: 'X', issuedAt: '2026-07-12T10:00:00Z' })).toBe(
      'La signature ne correspond pas au contenu\u00a0: ce badge a été modifié ou n’a pas été délivré par l’organisme annoncé.',
    );
  });
});

describe.each([
  ['French', fr],
  ['English', en],
])('the %s sentences', (_language, texts) => {
  const POINTER = '/credentialSubject/achievement/criteria';
  const sentences = Object.keys(CODES).flatMap((code) =>
    STEP_NAMES.map((step) =>
      texts.step({
        step,
        code,
        params: { pointer: POINTER, url: 'https://x.example', reason: 'is no array' },
      }),
    ),
  );

  it('never show a pointer, a technical word or a message for developers', () => {
    // The only shown reason is the issuer's own, of a revocation or a compromised key.
    for (const sentence of sentences.filter((one) => !/révoqué|revoked|compromis/.test(one))) {
      expect(sentence).not.toMatch(
        /\/credentialSubject|is no array|undefined|JWS|JSON-LD|schema|cryptosuite/,
      );
    }
  });

  it('name the wrong or missing part of the document', () => {
    const stated = (pointer: string, missing?: string) =>
      texts.step({
        step: 'schema',
        code: 'schema-mismatch',
        params: { pointer, ...(missing && { missing }) },
      });
    const [wrong, absent] = [stated(POINTER), stated(POINTER, 'criteria')];
    expect(wrong).toMatch(
      /les critères \(ce que le badge reconnaît\)|the criteria \(what the badge recognises\)/,
    );
    expect(absent).toMatch(/les critères|the criteria/);
    expect(absent).not.toBe(wrong);
    expect(stated('/constructor/toString')).not.toMatch(/function|constructor|undefined/);
  });

  it('distinguish absent, contradictory and unreadable content', () => {
    const stated = ['no-beginning', 'dates-contradict', 'bad-dates'].map((code) =>
      texts.step({ step: 'validity', code }),
    );
    expect(new Set(stated).size).toBe(3);
    expect(stated[0]).not.toMatch(/contredi|contradict/);
  });
});

describe('an unknown fact in French', () => {
  it('is not called untrustworthy, nor a bad signature', () => {
    for (const code of ['unsupported-proof', 'status-unsupported', 'unknown-context']) {
      expect(fr.step({ step: 'status', code })).not.toMatch(/digne|modifié|faux|non valable/);
    }
  });

  it('is reported for a page or a text that begins like an image, without mentioning phones', () => {
    for (const code of ['web-page', 'not-a-drawing', 'damaged-image', 'image-with-definitions']) {
      expect(fr.step({ step: 'document', code })).not.toMatch(/téléphone|ne contient pas de badge/);
    }
  });
});

describe('a signature that is not valid', () => {
  it('is the only statement, with the kind of fault', () => {
    const steps = [
      { step: 'schema', result: 'failed', code: 'undefined-term' },
      { step: 'proof', result: 'failed', code: 'key-not-authorised' },
      { step: 'issuer', result: 'failed', code: 'issuer-mismatch' },
    ];
    expect(fr.headline({ verdict: 'signature-not-valid', steps }, { issuerName: 'X' })).toBe(
      fr.step({ step: 'proof', code: 'key-not-authorised' }),
    );
  });
});

describe('a badge that cannot be verified', () => {
  it('is reported with the first reason, and no other verdict has a reason', () => {
    const steps = [
      { step: 'document', result: 'passed', code: 'ok' },
      { step: 'proof', result: 'failed', code: 'unsupported-proof' },
      { step: 'status', result: 'not-checked', code: 'skipped' },
    ];
    expect(fr.headline({ verdict: 'not-verifiable', steps }, {})).toBe(
      'Nous ne pouvons pas vérifier ce badge entièrement. Ce type de signature n’est pas pris en charge ici\u00a0: ce badge peut être authentique ou non, nous ne pouvons pas le dire.',
    );
    expect(fr.headline({ verdict: 'expired', steps }, {})).toBe(fr.verdict.expired({}));
    expect(en.headline({ verdict: 'not-verifiable', steps }, {})).toContain('not supported');
  });
});
