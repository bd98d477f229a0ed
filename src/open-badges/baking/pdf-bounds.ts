import { OpenBadgesError } from '../errors.ts';

/** Limits for reading one PDF. The file and its credentials have the limits of images (bake-png.ts). */
export const PDF_BOUNDS = {
  /** Objects of the file, inside and outside of object streams. */
  objects: 100_000,
  objectStreams: 2000,
  /** Bytes of all object streams, decompressed. */
  objectStreamBytes: 16 * 1024 * 1024,
  /** Attached files that are examined. */
  attachments: 32,
  /** Characters of the dictionary of an attached file. */
  dictionary: 4000,
} as const;

/** Why a PDF was not read. */
export type PdfError = 'damaged' | 'encrypted' | 'too complex';

/** The error for a PDF that is not read. */
export function unreadable(reason: PdfError): OpenBadgesError {
  return new OpenBadgesError('unreadable-file', { reason });
}
