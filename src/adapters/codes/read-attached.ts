import type { FileReader } from '../../application/verification/reading/file-reader.ts';
import { extractFromPdf } from '../../openbadges/bake/extract-from-pdf.ts';
import { OpenBadgesError } from '../../openbadges/errors.ts';
import type { StepCode } from '../../openbadges/report.ts';

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
