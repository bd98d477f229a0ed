import type { StepCode } from '../../openbadges/report.ts';

/** What was found in a file that takes long to read: texts, of which each may be a badge or an address; or
 *  why it was not read. */
export type FoundTexts =
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'refused'; readonly code: StepCode; readonly detail: string };

/** Reads strangers' files that may be slow to read or hostile, within limits, and in a thread that can be
 *  ended where there are threads. Throws `overloaded` alone. */
export interface FileReader {
  /** The texts attached to a PDF that may be a badge. */
  readAttached(pdf: Uint8Array): Promise<FoundTexts>;
  /** The texts of the QR codes in a PNG or JPEG image: a photograph, a screenshot. */
  readCodes(image: Uint8Array): Promise<FoundTexts>;
}
