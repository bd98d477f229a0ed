import type { FileReader } from '../../application/verification/file-reader.ts';
import { DomainError } from '../../domain/errors.ts';
import { extractFromPdf } from '../../openbadges/pdf/extract-from-pdf.ts';
import type { StepCode } from '../../openbadges/report.ts';
import { type CodeReaderParts, makeCodeReader } from './read-codes.ts';

/** Reads strangers' files in this thread. `load` is called at the first image. */
export function makeFileReader(load: () => Promise<CodeReaderParts>): FileReader {
  let codes: Promise<FileReader['readCodes']> | undefined;
  return {
    async readAttached(pdf) {
      try {
        return { kind: 'texts', texts: await extractFromPdf(pdf) };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const reason = String(error.params['reason'] ?? '');
        return { kind: 'refused', code: CODES[reason] ?? 'damaged-pdf', detail: reason };
      }
    },
    async readCodes(image) {
      codes ??= load().then(makeCodeReader);
      return (await codes)(image);
    },
  };
}

const CODES: Readonly<Record<string, StepCode>> = {
  encrypted: 'pdf-encrypted',
  'too complex': 'pdf-too-complex',
  'too large once decompressed': 'pdf-too-complex',
};
