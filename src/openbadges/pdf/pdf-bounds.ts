import { DomainError } from '../../domain/errors.ts';

/** The limits of reading one PDF. The limits of the file itself and of a credential are those of images
 *  (bake-png.ts). */
export const PDF_BOUNDS = {
  /** Objects of the file, in streams of objects or not. */
  objects: 100_000,
  /** Streams of objects. */
  objectStreams: 2000,
  /** Bytes of all streams of objects, decompressed. */
  objectStreamBytes: 16 * 1024 * 1024,
  /** Attached files that are looked at. */
  attachments: 32,
  /** Characters of one description of an attached file. */
  dictionary: 4000,
} as const;

/** Why a PDF was not read. */
export type PdfFault = 'damaged' | 'encrypted' | 'too complex';

export function unreadable(reason: PdfFault): DomainError {
  return new DomainError('unreadable-file', { reason });
}
