import { measureSigning } from '../baselines/measure-signing.ts';
import { anotherBadge } from '../fixtures/another-badge.ts';
import type { Row } from '../measuring/row.ts';

/** Both sides get the same badge, each time with other identifiers so that no result can be remembered, and
 *  make one Data Integrity proof with the same key and date. Their proof values are compared before the
 *  measurement: the row throws where one differs. */
export const issueOne: Row = {
  name: 'issue-one',
  title: 'issue one badge, one Data Integrity proof, in process',
  against: '@digitalbazaar/vc 7 with eddsa-rdfc-2022, same document, same key',
  group: 'usual',
  startsPrograms: false,
  includes:
    'Ours: `Signer.signDocument` as the service calls it, with the check of the schema, of every JSON-LD term and of the order of characters before the signature, and the reading back after it. The rival: `vc.issue`, with its own check of the credential.',
  excludes: 'On neither side: building the document, the JWT, the database.',
  boundBy:
    'Of 115 µs where the machine is quiet, the canonical form takes 42 (reading 15, labels with eight hashes 11, sorting 9, lines 7), the Ed25519 signature 21, SHA-256 with its UTF-8 14, the checks of schema and texts 11, options, hash and base58 of the proof 7, the order of characters 5, two copies that nobody else can reach 5. The last 10 are the way from one to the next and the collection of garbage. The rival checks neither schema nor texts and copies nothing.',
  measure: (options) =>
    measureSigning(options, (unsigned) => () => anotherBadge(unsigned), {
      what: 'one badge',
      atLeast: 30,
    }),
};
