import type { Sentences, Values } from '../../fr/verification/step-phrases.ts';
import { fetchError } from '../errors/fetch.ts';
import { toDay } from '../grammar/day.ts';
import { placeOf } from '../papers/document-parts.ts';
import { serviceStepTexts } from './service-steps.ts';
import { after, quoted } from './step-phrases.ts';

/** "on 12 July 2026", or empty. */
const on = (instant: string | number | undefined) => after(' on ', toDay(instant));

/** The sentence for a document that exceeds a limit of a verification. */
const beyond = (what: string, values: Values) =>
  `This document is beyond what is read here: at most ${values?.['limit'] ?? ''} ${what}.`;

/** The sentence of each step code: the result, then the remedy where there is one. */
const sentences: Sentences = {
  ...serviceStepTexts,
  ok: () => 'Nothing to report.',
  skipped: () => 'Not checked: an earlier step prevents it.',
  refreshed: () => 'The issuer has published a newer version of this badge: that one is verified.',
  'not-json': () =>
    'This is not a digital badge, or not a whole one. A badge is a link, a PNG or SVG image, a PDF certificate, or a .json or .jwt file.',
  'not-a-credential': () => 'This document is not a verifiable badge.',
  'no-credential-in-image': () =>
    'This image holds neither a badge nor a readable QR code that leads to one. An image sometimes loses its badge when it is copied: ask for the original file. Photograph a code from near, and flat.',
  'no-credential-in-pdf': () =>
    'This PDF contains no badge. If it shows a QR code, photograph the code, or give the address written beside it.',
  'several-credentials-in-pdf': () =>
    'Several badges are attached to this PDF. Give them one by one, as JSON files.',
  'damaged-pdf': () => 'This PDF is damaged or incomplete. Ask for the original file, or for the JSON file.',
  'pdf-encrypted': () =>
    'This PDF is protected by a password: it is not read. Give a copy without protection, or the JSON file.',
  'pdf-too-complex': () =>
    'This PDF exceeds what is read here. Give the JSON file, or photograph the QR code.',
  'several-credentials-in-image': () => 'This image holds several badges; it must hold only one.',
  'damaged-image': () => 'This image is damaged or incomplete. Ask for the original file, or the JSON file.',
  'image-with-definitions': () =>
    'This SVG drawing contains definitions that could hide something else: it is not read. Save it as “plain SVG”, or give the JSON file.',
  'not-a-drawing': () => 'This file looks like an image, but it is not an SVG drawing.',
  'web-page': () =>
    'This is a web page, not a badge. Open the page of the badge, download its image or its JSON file, and give it here.',
  'own-vocabulary': () =>
    'This document says itself what its words mean. This service reads published vocabularies only; other verifiers may read it.',
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
  unreachable: (values) => fetchError(values, `The address does not answer${after(': ', values?.['url'])}.`),
  'not-found': (values) => `There is nothing at this address${after(': ', values?.['url'])}.`,
  gone: () => 'This badge was removed from this address for good.',
  'schema-mismatch': (values) => {
    const { pointer, missing } = values ?? {};
    const place = placeOf(pointer);
    if (place === undefined) return 'The document is not written as the standard asks.';
    return missing === undefined
      ? `A part of the document is not written as the standard asks: ${place}.`
      : `The document lacks what the standard asks for: ${place}.`;
  },
  departs: (values) => {
    const { pointer, missing, others } = values ?? {};
    const place = placeOf(pointer) ?? 'its form';
    const more =
      Number(others) > 0 ? `, and ${others === 1 ? 'one other point' : `${others} other points`}` : '';
    return `The badge departs from the standard: ${missing === undefined ? place : `it lacks ${place}`}${more}.`;
  },
  'undefined-term': (values) =>
    `The document holds something whose meaning is defined nowhere${quoted(': ', values?.['term'])}. It could not be signed.`,
  'unknown-context': () =>
    'The document uses a vocabulary that this service does not know: we cannot read all of it.',
  'no-recipient': () => 'The badge does not say to whom it was issued.',
  'no-criteria': () => 'The badge does not say by which criteria it was issued.',
  'no-proof': () => 'This document is not signed: do not rely on it.',
  'unsupported-proof': () =>
    'This kind of signature is not supported here: the badge may be authentic or not, we cannot tell.',
  'bad-signature': () =>
    'The signature does not match the content: this badge was modified, or was not issued by the issuer it names.',
  'bad-claims': (values) =>
    `This badge contradicts itself: its signed envelope and its content do not say the same${CLAIMS[String(values?.['claim'])] ?? ''}.`,
  'bad-header': () => 'The signature is not presented as the standard asks: we cannot rely on it.',
  'key-unreachable': (values) =>
    `We could not get the key of the issuer: the signature could not be verified. ${fetchError(values, '')}`.trim(),
  'key-compromised': (values) =>
    `The key that signed this badge was declared compromised${on(values?.['at'])}${after(': ', values?.['reason'])}. The badge must be signed again.`,
  'key-not-authorised': () =>
    'The issuer it names does not recognise the signature of this badge: it was not made with one of its keys in force.',
  'issuer-mismatch': () => 'The issuer it names is not the one that signed.',
  'issuer-unreachable': () =>
    'The address of the issuer it names does not answer: we can say nothing about it.',
  'issuer-ours': () => 'The issuer is this service.',
  'issuer-unknown': () => 'The issuer it names did sign; we do not vouch for its identity.',
  'bad-dates': () =>
    'A date of the document cannot be read: it must have the day, the hour and the time zone.',
  'dates-contradict': () =>
    'The dates of the badge contradict each other: its validity ends before it begins.',
  'no-beginning': () => 'The badge does not say from when it is valid.',
  'not-yet-valid': (values) =>
    `The validity has not begun${after(': it begins on ', toDay(values?.['validFrom']))}.`,
  expired: (values) => `The validity ended${on(values?.['validUntil'])}.`,
  'no-status': () => 'The issuer states no revocation list.',
  'status-message': (values) => `The issuer says of this badge: “${values?.['message'] ?? ''}”.`,
  'status-unreachable': (values) =>
    `The revocation list of the issuer does not answer. ${fetchError(values, 'Try again later.')}`,
  'status-list-invalid': (values) =>
    LISTS[String(values?.['fault'])] ?? 'The revocation list cannot be read, or is not about this badge.',
  'status-unsupported': () => 'The issuer announces revocations in a way that this service cannot read.',
  revoked: (values) => `The issuer revoked this badge${after(': ', values?.['reason'])}.`,
  suspended: () => 'The issuer suspended this badge.',
  'no-endorsement': () => 'No endorsement is inside.',
  'endorsement-invalid': (values) =>
    `An endorsement inside is not authentic or no longer holds${quoted(': ', values?.['name'])}. It does not count.`,
  'endorsement-unchecked': (values) =>
    `An endorsement inside could not be verified${quoted(': ', values?.['name'])}. It does not count.`,
  'not-an-endorsement': () => 'What stands there as an endorsement is none.',
  'endorsement-of-another': () =>
    'This endorsement is neither about this badge, nor about its issuer, nor about what it recognises.',
  'inner-not-verified': (values) => {
    const { count = 1, unverified = 1, name } = values ?? {};
    if (count === 1) return `The badge inside is not verified${quoted(': ', name)}.`;
    return unverified === 1
      ? `One of the ${count} badges inside is not verified${quoted(': ', name)}.`
      : `${unverified} of the ${count} badges inside are not verified${quoted(', among them ', name)}.`;
  },
  'too-deeply-embedded': () =>
    'This document holds others, which hold others in turn: we do not verify that far.',
};

/** Names of the claims of a JWT that repeat the content of the badge. */
const CLAIMS: Readonly<Record<string, string>> = {
  iss: ' of its issuer',
  sub: ' of its holder',
  jti: ' of its identifier',
  nbf: ' of the beginning of its validity',
  exp: ' of the end of its validity',
};

/** Reasons why a revocation list is not trusted. */
const LISTS: Readonly<Record<string, string>> = {
  index:
    'The badge gives its place in the revocation list as a number where the standard wants a text: it is not read.',
  signature: 'The signature of the revocation list is not valid.',
  unsigned: 'The revocation list is not signed.',
  issuer: 'The revocation list is that of another issuer.',
  address: 'The revocation list says that it is that of another address: it establishes nothing here.',
  withdrawn: 'The issuer withdrew the revocation list: it establishes nothing any more.',
  dates: 'The revocation list is out of date: its issuer did not renew it.',
};

/** Sentences of codes that have another meaning in one step. */
const sentencesOfStep: Sentences = {
  'proof:expired': (values) =>
    `The signature itself was only valid until ${toDay(values?.['validUntil']) ?? 'its end'}.`,
  'proof:unknown-context': () =>
    'The document uses a vocabulary that this service does not know: the signature could not be verified.',
};

/** Sentences of steps that passed, more precise than "nothing to report". */
const whenOk: Sentences = {
  document: (values) =>
    values?.['presented']
      ? 'The document could be read. Only the badge is verified, not who presents it.'
      : 'The document could be read.',
  schema: () => 'The document follows the standard.',
  proof: (values) =>
    [
      'The signature matches the content: nothing was modified.',
      values?.['selected'] && 'Its holder may show only part of what was signed.',
      values?.['outsideGuide'] &&
        'It is of a kind that the Open Badges guide does not provide for: other services may be unable to read it.',
      values?.['unread'] && 'Another signature, of a kind that we do not read, was not verified.',
    ]
      .filter(Boolean)
      .join(' '),
  validity: (values) =>
    values?.['validUntil']
      ? `The validity runs until ${toDay(values['validUntil'])}.`
      : 'The validity has no end stated.',
  status: () => 'The issuer revoked nothing.',
  endorsements: (values) =>
    values?.['badges']
      ? 'All that the document holds is authentic and valid.'
      : 'The endorsements inside are authentic.',
};

export function stepSentence(step: string, code: string, values: Values): string {
  const say = code === 'ok' ? whenOk[step] : (sentencesOfStep[`${step}:${code}`] ?? sentences[code]);
  return say?.(values) ?? 'Unknown result.';
}
