import type { StepCode } from '../verification/report.ts';

/** The result of reading a file that takes long to read: texts that may each be a badge or an address, or the
 *  reason why it was not read. */
export type FoundTexts =
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'refused'; readonly code: StepCode; readonly detail: string };

/** The credential that is baked into an image. */
export type BakedText =
  | { readonly kind: 'found'; readonly text: string; readonly several: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly code: StepCode; readonly detail: string };

/** Reads files from outside that may be slow to read or hostile, within limits, and in a thread that can be
 *  ended (where the runtime has threads). Throws only `overloaded`, and what a method says. */
export interface FileReader {
  /** The credential baked into a PNG or an SVG. */
  readBaked(image: Uint8Array): Promise<BakedText>;
  /** The texts attached to a PDF that may be badges. */
  readAttached(pdf: Uint8Array): Promise<FoundTexts>;
  /** The texts of the QR codes in a PNG or JPEG image, such as a photograph or a screenshot. */
  readCodes(image: Uint8Array): Promise<FoundTexts>;
  /** The bits of a status list. Throws `unreadable-file` where they cannot be decoded within the limits. */
  decodeList(encoded: string): Promise<Uint8Array>;
}
