import { base64 } from '@scure/base';
import type { PublicFacts } from '#open-badges/credential';
import { isPng } from '#open-badges/files';
import type { VerificationReport } from '#open-badges/verification';
import { isShowable, isUnsigned } from '../../../../application/verification/shown-steps.ts';
import type { ShownImage } from './verification-view.ts';

/** The largest image that is written into the page. */
const MOST_BYTES = 300 * 1024;
const MOST_CHARACTERS = 400_000;
const DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i;

interface Given {
  readonly report: VerificationReport;
  readonly facts: PublicFacts;
  /** The given file or text. */
  readonly bytes?: Uint8Array | undefined;
  /** The path of our own public page of the badge. */
  readonly ownPath?: string | undefined;
}

/** The picture next to a verdict: our own drawing, an image inside the signed document, or the given file,
 *  which no one signed. An image elsewhere is never fetched, and none is shown if the signature is absent or not
 *  valid. Browsers run no script inside an image. */
export function shownImage({ report, facts, bytes, ownPath }: Given): ShownImage | undefined {
  if (!isShowable(report.verdict) || isUnsigned(report) || !report.credential) return undefined;
  if (ownPath !== undefined) return { src: `${ownPath}/image.svg`, source: 'ours' };
  const signed = facts.achievement.imageUrl ?? '';
  if (DATA_IMAGE.test(signed) && signed.length <= MOST_CHARACTERS) return { src: signed, source: 'signed' };
  if (report.found?.file !== 'image' || report.found.address || !bytes || bytes.length > MOST_BYTES) {
    return { source: 'none' };
  }
  const type = isPng(bytes) ? 'image/png' : 'image/svg+xml';
  return { src: `data:${type};base64,${base64.encode(bytes)}`, source: 'given' };
}
