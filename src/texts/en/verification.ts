import {
  type verificationTexts as french,
  isReason,
  type SaidStep,
  type VerdictFacts,
  type VerdictName,
} from '../fr/verification.ts';
import { toDay } from './day.ts';

type Values = Readonly<Record<string, string | number>> | undefined;

const after = (lead: string, value: string | number | undefined) =>
  value === undefined || value === '' ? '' : `${lead}${value}`;

/** "on 12 July 2026", or nothing. */
const on = (instant: string | number | undefined) => after(' on ', toDay(instant));

/** A foreign issuer names itself: its signature proves an address, not a name. */
function issuedBy({ issuerName, issuedAt, isOurs }: VerdictFacts): string {
  if (!issuerName) return '';
  const date = on(issuedAt);
  if (isOurs) return ` It was issued by ${issuerName}${date}.`;
  return ` It was issued${date} by an issuer that calls itself “${issuerName}”; we do not vouch for its identity.`;
}

/** A document that would ask for more work than one verification does. */
const beyond = (what: string, values: Values) =>
  `This document is beyond what is read here: at most ${values?.['limit'] ?? ''} ${what}.`;

/** What each code of a step says. A fault says what is known and no more. */
const sentences: Readonly<Record<string, (values: Values) => string>> = {
  ok: () => 'Nothing to report.',
  skipped: () => 'Not checked: an earlier step prevents it.',
  'not-json': () => 'This is not a badge: neither JSON, nor a JWT, nor a PNG or SVG image.',
  'not-a-credential': () => 'This document is not a verifiable badge.',
  'no-credential-in-image': () => 'This image holds no badge. Some phones erase it: ask for the JSON file.',
  'several-credentials-in-image': () => 'This image holds several badges; it must hold only one.',
  'not-plain-form': () =>
    'This document is written in a way that can hide part of what was signed; it is not read.',
  'duplicate-member': (values) =>
    `This document says the same thing twice, maybe differently${after(': ', values?.['member'])}; it is not read.`,
  'too-large': () => 'This document is too large to be verified.',
  'too-deep': (values) => beyond('levels of nesting', values),
  'too-many-members': (values) => beyond('elements', values),
  'too-many-contexts': (values) => beyond('vocabularies', values),
  'too-many-proofs': (values) => beyond('signatures', values),
  'too-many-endorsements': (values) => beyond('endorsements', values),
  'too-many-badges': (values) => beyond('badges inside', values),
  'too-slow': (values) =>
    `The verification was stopped after ${values?.['seconds'] ?? ''} seconds. Try again later.`,
  unreachable: (values) => `The address does not answer${after(': ', values?.['url'])}.`,
  'not-found': (values) => `There is nothing at this address${after(': ', values?.['url'])}.`,
  gone: () => 'This badge was removed from this address for good.',
  'schema-mismatch': (values) =>
    `The document does not follow the Open Badges 3.0 standard${after(': ', values?.['pointer'])}.`,
  'undefined-term': (values) => `A term is defined nowhere${after(': ', values?.['term'])}.`,
  'unknown-context': (values) => `We do not know the document’s vocabulary${after(': ', values?.['url'])}.`,
  'no-recipient': () => 'The badge does not say to whom it was issued.',
  'no-criteria': () => 'The badge does not say by which criteria it was issued.',
  'no-proof': () => 'This document is not signed.',
  'unsupported-proof': () => 'This kind of signature is not supported: we cannot verify it.',
  'bad-signature': () =>
    'The signature does not match the content: this badge was modified, or was not issued by the issuer it names.',
  'bad-claims': (values) => `The claims of the JWT contradict the badge${after(': ', values?.['claim'])}.`,
  'bad-header': () => 'The header of the JWT does not conform.',
  'key-unreachable': () => 'The issuer’s key cannot be reached: the signature could not be verified.',
  'key-compromised': (values) =>
    `The key that signed this badge was declared compromised${on(values?.['at'])}${after(': ', values?.['reason'])}. The badge must be signed again.`,
  'key-not-authorised': () => 'This badge is not signed with a key of the issuer it names.',
  'issuer-mismatch': () => 'The issuer it names is not the one that signed.',
  'issuer-unreachable': () =>
    'The address of the issuer it names does not answer: we can say nothing about it.',
  'issuer-ours': () => 'This badge was issued by this service.',
  'issuer-unknown': () => 'The issuer did sign this badge; we do not vouch for its identity.',
  'bad-dates': () => 'The dates of the badge cannot be read or contradict each other.',
  'not-yet-valid': (values) => `This badge will be valid only later${on(values?.['validFrom'])}.`,
  expired: (values) => `The validity ended${on(values?.['validUntil'])}.`,
  'no-status': () => 'The issuer publishes no revocation list for this badge.',
  'status-unreachable': () =>
    'The revocation list cannot be reached: we do not know whether the badge is revoked.',
  'status-list-invalid': () => 'The revocation list cannot be trusted.',
  revoked: (values) => `The issuer revoked this badge${after(': ', values?.['reason'])}.`,
  suspended: () => 'The issuer suspended this badge.',
  'no-endorsement': () => 'The badge holds no endorsement.',
  'endorsement-invalid': () => 'An endorsement inside the badge is not authentic; it does not count.',
};

/** What a passed step says, better than "nothing to report". */
const whenOk: Readonly<Record<string, (values: Values) => string>> = {
  document: () => 'A badge was found.',
  schema: () => 'The document follows the standard.',
  proof: (values) =>
    `The signature matches the content: nothing was modified.${values?.['unread'] ? ' Another signature, of a kind that we do not read, was not verified.' : ''}`,
  validity: (values) =>
    values?.['validUntil']
      ? `The badge is within its validity, until ${toDay(values['validUntil'])}.`
      : 'The badge is valid without time limit.',
  status: () => 'The badge is not revoked.',
  endorsements: () => 'The endorsements inside are authentic.',
};

/** The sentence at the top of a page, for each verdict. */
const verdicts: Readonly<Record<VerdictName, (facts: VerdictFacts) => string>> = {
  valid: (facts) => `This badge is authentic and valid.${issuedBy(facts)}`,
  expired: (facts) =>
    `This badge is authentic, but its validity ended${on(facts.validUntil)}.${issuedBy(facts)}`,
  revoked: ({ revokedAt, revocationReason }) =>
    `This badge was revoked by its issuer${on(revokedAt)}${after(': ', revocationReason)}. It no longer stands for a recognition.`,
  suspended: () => 'This badge is authentic, but its issuer suspended it.',
  'not-yet-valid': ({ validFrom }) =>
    `This badge is authentic, but not valid yet${after('; it will be on ', toDay(validFrom))}.`,
  'status-unreachable': () =>
    'The signature of this badge is authentic, but we could not check whether it is revoked. Try again later.',
  'signature-not-valid': () =>
    'The signature does not match the content: this badge was modified, or was not issued by the issuer it names.',
  'not-verifiable': () => 'We cannot verify this badge completely.',
};

/** What a step came to, in few words after its name. */
const wordsOfStep: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  document: { passed: 'read', failed: 'unreadable', 'not-checked': 'not read' },
  schema: { passed: 'conformant', failed: 'not conformant', 'not-checked': 'not checked' },
  proof: { passed: 'verified', failed: 'not valid', 'not-checked': 'not verified' },
  issuer: { passed: 'signed this badge', failed: 'did not sign this badge', 'not-checked': 'not checked' },
  validity: { passed: 'current', failed: 'not current', 'not-checked': 'not checked' },
  status: { passed: 'none', failed: 'not established', 'not-checked': 'not checked' },
  endorsements: { passed: 'authentic', failed: 'not authentic', 'not-checked': 'not checked' },
};

/** Where the code says more than the result. */
const wordsOfCode: Readonly<Record<string, string>> = {
  'no-proof': 'missing',
  'issuer-unreachable': 'unreachable',
  'bad-dates': 'unreadable',
  'no-status': 'none published',
  revoked: 'pronounced',
  suspended: 'badge suspended',
  'status-list-invalid': 'list not trustworthy',
  'no-endorsement': 'none',
};

/** A sentence for a step. */
function step({ step: name, code, params }: SaidStep): string {
  return (code === 'ok' ? whenOk[name] : sentences[code])?.(params) ?? 'Unknown result.';
}

/** The words of a verification. */
export const verificationTexts = {
  stepName: {
    document: 'Document',
    schema: 'Form',
    proof: 'Signature',
    issuer: 'Issuer',
    validity: 'Validity',
    status: 'Revocation',
    endorsements: 'Endorsements',
  },
  result: ({ step: name, code, result }) =>
    wordsOfCode[code] ?? wordsOfStep[name]?.[result ?? 'not-checked'] ?? '',
  step,
  shortVerdict: {
    valid: 'Authentic and valid badge',
    expired: 'Authentic badge, but expired',
    revoked: 'Revoked badge',
    suspended: 'Suspended badge',
    'not-yet-valid': 'Badge not yet valid',
    'status-unreachable': 'Revocation could not be checked',
    'signature-not-valid': 'Signature not valid',
    'not-verifiable': 'Badge that cannot be verified',
  },
  verdict: verdicts,
  headline: ({ verdict, steps }, facts) => {
    const reason = verdict === 'not-verifiable' ? steps.find(isReason) : undefined;
    return `${verdicts[verdict](facts)}${reason ? ` ${step(reason)}` : ''}`;
  },
} satisfies typeof french;
