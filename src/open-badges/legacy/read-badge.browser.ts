import type { ParsedText } from '../reading/read-json.ts';
import { UNSUPPORTED_IN_BROWSER } from '../verification/report.ts';
import type * as whole from './read-badge.ts';

/** In a browser this file replaces read-badge.ts: the issuer's site decides about an older badge, and a
 *  browser may seldom ask it. What has a badge and a recipient, as every older version, is given up. */
export const readLegacyBadge: typeof whole.readLegacyBadge = (given) => {
  const object = objectIn(given);
  if (object?.['badge'] === undefined || object['recipient'] === undefined) return undefined;
  throw new Error(UNSUPPORTED_IN_BROWSER);
};

function objectIn(given: ParsedText) {
  if (given.kind === 'jws') return given.payload;
  return given.kind === 'object' ? given.object : undefined;
}
