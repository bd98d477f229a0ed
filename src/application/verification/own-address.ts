import { textOf } from '#open-badges/parsing';
import type { VerificationReport, VerifyCredential } from '#open-badges/verification';
import { credentialIdAt, credentialUrl } from '../../issuing/addresses.ts';
import type { PublicCredential } from '../credentials/read-public.ts';
import { denyForgery, isForgedInOurName } from './documents-in-own-name.ts';

/** An address of this service that a document names as its own, although this service did not sign it. */
export interface OwnAddress {
  /** Built from the id, never copied from the document. */
  readonly url: string;
  /** Whether a badge is public there. False alike for an unknown, unaccepted, declined, hidden and erased one, so
   *  that the answer discloses nothing. */
  readonly isPublished: boolean;
}

/** A report, and the address of ours that the document names if this service did not sign it. */
export interface ServiceReport extends VerificationReport {
  readonly ownAddress?: OwnAddress;
}

/** Verifies a document and recognises an address of ours in it. */
export type VerifyDocument = (...given: Parameters<VerifyCredential>) => Promise<ServiceReport>;

interface Recognising {
  readonly origin: string;
  readonly readPublicCredential: (id: string) => Promise<PublicCredential>;
}

/** Makes the verification of the page, the API and the command line. A forger who takes our signature off, or
 *  changes a letter, leaves our address in the document: the reader is led to the real badge. */
export function recogniseOwnAddress(
  verify: VerifyCredential,
  { origin, readPublicCredential }: Recognising,
): VerifyDocument {
  return async (...given) => {
    const report = await verify(...given);
    const id = credentialIdAt(origin, textOf(report.credential, 'id'));
    if (!isForgedInOurName(report, { origin, hasOurAddress: id !== undefined })) return report;
    if (id === undefined) return denyForgery(report);
    const { kind } = await readPublicCredential(id);
    const ownAddress = { url: credentialUrl(origin, id), isPublished: kind === 'found' };
    return { ...denyForgery(report), ownAddress };
  };
}
