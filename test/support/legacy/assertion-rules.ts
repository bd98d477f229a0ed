import { createHash } from 'node:crypto';
import {
  ADDRESS,
  isDateTime,
  isHash,
  isIri,
  isPicture,
  isText,
  isUrl,
  LEGACY_CONTEXT,
  listOf,
  node,
  type Rule,
} from './rule.ts';

/** The requirements on a hosted Assertion (openbadges/verifier/tasks of 1EdTech's validator core: validation,
 *  images). */
export const ASSERTION_RULES: readonly Rule[] = [
  [
    'each has the context of 2.0',
    (d) => [d.assertion, d.badge, d.issuer].every((one) => one['@context'] === LEGACY_CONTEXT),
    ({ badge }) => {
      badge['@context'] = 'https://w3id.org/openbadges/v1';
    },
  ],
  [
    'Assertion.id is an IRI',
    (d) => isIri(d.assertion['id']),
    ({ assertion }) => {
      assertion['id'] = 'badge 1';
    },
  ],
  [
    'Assertion.id is the address that serves it',
    (d) => d.assertion['id'] === d.served.assertion,
    ({ assertion }) => {
      assertion['id'] = `${assertion['id']}.json`;
    },
  ],
  [
    'Assertion.type holds Assertion',
    (d) => listOf(d.assertion['type']).includes('Assertion'),
    ({ assertion }) => {
      assertion['type'] = 'OpenBadgeCredential';
    },
  ],
  [
    'Assertion.recipient is an object',
    (d) => d.assertion['recipient'] === node(d.assertion['recipient']),
    ({ assertion }) => {
      assertion['recipient'] = ADDRESS;
    },
  ],
  [
    'recipient.type is id, email, url or telephone',
    (d) => ['id', 'email', 'url', 'telephone'].includes(String(node(d.assertion['recipient'])['type'])),
    ({ assertion }) => {
      node(assertion['recipient'])['type'] = 'emailAddress';
    },
  ],
  [
    'recipient.hashed is a boolean',
    (d) => typeof node(d.assertion['recipient'])['hashed'] === 'boolean',
    ({ assertion }) => {
      node(assertion['recipient'])['hashed'] = 'true';
    },
  ],
  [
    'recipient.identity is a hash exactly where it is hashed',
    (d) => node(d.assertion['recipient'])['hashed'] === isHash(node(d.assertion['recipient'])['identity']),
    ({ assertion }) => {
      node(assertion['recipient'])['identity'] = ADDRESS;
    },
  ],
  [
    'recipient.salt is a text',
    (d) => isText(node(d.assertion['recipient'])['salt']),
    ({ assertion }) => {
      node(assertion['recipient'])['salt'] = 4;
    },
  ],
  [
    'recipient.identity is the hash of the address and then the salt',
    (d) =>
      node(d.assertion['recipient'])['identity'] ===
      `sha256$${createHash('sha256')
        .update(`${ADDRESS}${node(d.assertion['recipient'])['salt']}`)
        .digest('hex')}`,
    ({ assertion }) => {
      node(assertion['recipient'])['salt'] = 'other';
    },
  ],
  [
    'Assertion.badge is one address, which answers',
    (d) => isUrl(d.assertion['badge']) && d.assertion['badge'] === d.served.badge,
    ({ assertion }) => {
      assertion['badge'] = 'RUPN-ENG';
    },
  ],
  [
    'verification.type is HostedBadge or SignedBadge',
    (d) => ['HostedBadge', 'SignedBadge'].includes(String(node(d.assertion['verification'])['type'])),
    ({ assertion }) => {
      assertion['verification'] = { type: 'hosted' };
    },
  ],
  [
    'Assertion.issuedOn is ISO 8601 with a zone',
    (d) => isDateTime(d.assertion['issuedOn']),
    ({ assertion }) => {
      assertion['issuedOn'] = '2026-07-12';
    },
  ],
  [
    'Assertion.issuedOn is not to come',
    (d) => Date.parse(String(d.assertion['issuedOn'])) <= Date.now(),
    ({ assertion }) => {
      assertion['issuedOn'] = '2999-01-01T00:00:00Z';
    },
  ],
  [
    'Assertion.expires is ISO 8601 with a zone, and after issuedOn',
    (d) =>
      d.assertion['expires'] === undefined ||
      (isDateTime(d.assertion['expires']) &&
        Date.parse(String(d.assertion['expires'])) > Date.parse(String(d.assertion['issuedOn']))),
    ({ assertion }) => {
      assertion['expires'] = '1999-01-01T00:00:00Z';
    },
  ],
  [
    'Assertion.image is one address of a picture, and no data URL',
    (d) => isUrl(d.assertion['image']) && isPicture(d.images[String(d.assertion['image'])]),
    ({ assertion }) => {
      assertion['image'] = 'data:image/png;base64,AA==';
    },
  ],
  [
    'Assertion.evidence has an IRI or a narrative',
    (d) =>
      listOf(d.assertion['evidence']).every(
        (one) => isIri(one) || isIri(node(one)['id']) || isText(node(one)['narrative']),
      ),
    ({ assertion }) => {
      assertion['evidence'] = { id: 'here' };
    },
  ],
];
