import { DomainError } from '../../domain/errors.ts';

const MEBIBYTE = 1_048_576;

/** What one workbook may weigh. It is read whole, and reading blocks the process: 20,000 rows of four cells take a
 *  second or so. CSV is read as a stream and has none of these limits. */
export const WORKBOOK_LIMITS = {
  /** The file. */
  bytes: 8 * MEBIBYTE,
  /** Its parts once unpacked, as far as they are read. */
  unpackedBytes: 32 * MEBIBYTE,
  /** Their tags: a cell of 16 bytes takes twenty times as much once it is read, and has four of them. */
  tags: 3_000_000,
  /** Rows that are not blank, headers included, in all sheets together. */
  rows: 20_001,
} as const;

/** The refusal of a workbook above one of the limits; it names them all. */
export function tooLarge(name: string): DomainError {
  return new DomainError('unreadable-file', {
    name,
    reason: 'workbook-too-large',
    limitMegabytes: WORKBOOK_LIMITS.bytes / MEBIBYTE,
    limitUnpackedMegabytes: WORKBOOK_LIMITS.unpackedBytes / MEBIBYTE,
    limitRows: WORKBOOK_LIMITS.rows - 1,
  });
}
