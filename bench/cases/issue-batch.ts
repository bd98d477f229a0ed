import { measureSigning } from '../baselines/measure-signing.ts';
import { makeBatch } from '../fixtures/another-badge.ts';
import type { Row } from '../measuring/row.ts';
import { issueOne } from './issue-one.ts';

/** Like `issue-one`, but many holders get the same achievement: the common parts of the badges are the same
 *  frozen objects. */
export const issueBatch: Row = {
  ...issueOne,
  name: 'issue-batch',
  title: 'issue badges of one achievement, one Data Integrity proof each, in process',
  excludes:
    'On neither side: building the document, the JWT, the database. Both get documents that share the frozen achievement and issuer; the plain library can make nothing of it.',
  boundBy:
    'What the badges of an achievement share is read and sorted once, which saves 14 of the 115 µs of `issue-one`, where the machine is quiet. Of the other 100, signature and SHA-256 take 35 and the canonical form of what is a badge’s own 29; the checks of schema and texts 11, options, hash and base58 of the proof 7, the order of characters 5 and copies 3 are those of the whole badge.',
  measure: (options) => measureSigning(options, makeBatch, { what: 'a badge of a batch', atLeast: 45 }),
};
