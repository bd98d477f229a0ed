import library from '@e965/xlsx/dist/xlsx.mini.min.js';
import { DomainError } from '../../domain/errors.ts';

/** The smaller build of the library, which knows XLSX and ODS: the older formats are refused before they reach it.
 *  It is half as large. Its script names no exports, so they are taken from the whole. */
export const { CFB, read, SSF } = library;

const MEBIBYTE = 1_048_576;

/** The limits of one workbook. It is read as a whole, which blocks the process: 20,000 rows of four cells
 *  take about a second. CSV files are read as a stream and have none of these limits. */
export const WORKBOOK_LIMITS = {
  /** Size of the file, in bytes. */
  bytes: 8 * MEBIBYTE,
  /** Size of its unpacked parts, in bytes; parts that are not read do not count. */
  unpackedBytes: 32 * MEBIBYTE,
  /** Number of tags in its parts: a cell of 16 bytes has four tags, and takes twenty times as much memory
   *  once it is read. */
  tags: 3_000_000,
  /** Number of rows that are not blank, in all sheets together, headers included. */
  rows: 20_001,
} as const;

/** The refusal of a workbook above one of the limits. It names all limits. */
export function tooLarge(name: string): DomainError {
  return new DomainError('unreadable-file', {
    name,
    reason: 'workbook-too-large',
    limitMegabytes: WORKBOOK_LIMITS.bytes / MEBIBYTE,
    limitUnpackedMegabytes: WORKBOOK_LIMITS.unpackedBytes / MEBIBYTE,
    limitRows: WORKBOOK_LIMITS.rows - 1,
  });
}
