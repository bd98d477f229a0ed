import type { Row } from '../measuring/row.ts';
import { measureSigning } from '../plain/measure-signing.ts';
import { makeBatch } from '../worlds/another-badge.ts';
import { issueOne } from './issue-one.ts';

/** As `issue-one`, where many holders get the same achievement: what all badges of a batch have in common is
 *  the same frozen object in each. */
export const issueBatch: Row = {
  ...issueOne,
  name: 'issue-batch',
  title: 'issue badges of one achievement, one Data Integrity proof each, in process',
  excludes:
    'On neither side: building the document, the JWT, the database. Both get documents that share the frozen achievement and issuer; the plain library can make nothing of it.',
  boundBy:
    'What the badges of an achievement share is prepared once, so that 15 to 40 µs of `issue-one` fall away. Signature, hashes, own texts, checks of the whole and copies stay.',
  measure: (options) => measureSigning(options, makeBatch, { what: 'a badge of a batch', atLeast: 45 }),
};
