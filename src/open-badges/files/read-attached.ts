import { extractFromPdf } from '../baking/extract-from-pdf.ts';
import { OpenBadgesError } from '../errors.ts';
import type { FileReader } from '../reading/file-reader.ts';
import type { StepCode } from '../verification/report.ts';

const CODES: Readonly<Record<string, StepCode>> = {
  encrypted: 'pdf-encrypted',
  'too complex': 'pdf-too-complex',
  'too large once decompressed': 'pdf-too-complex',
};

/** The texts attached to a PDF, in this thread. */
export const readAttached: FileReader['readAttached'] = async (pdf) => {
  try {
    return { kind: 'texts', texts: await extractFromPdf(pdf) };
  } catch (error) {
    if (!(error instanceof OpenBadgesError)) throw error;
    const reason = String(error.params['reason'] ?? '');
    return { kind: 'refused', code: CODES[reason] ?? 'damaged-pdf', detail: reason };
  }
};
