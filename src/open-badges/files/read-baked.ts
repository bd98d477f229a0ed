import { extractFromPng, isPng } from '../baking/bake-png.ts';
import { extractFromSvg, NOT_A_DRAWING_REASON } from '../baking/bake-svg.ts';
import { DEFINITIONS_REASON } from '../baking/xml-scan.ts';
import { OpenBadgesError } from '../errors.ts';
import type { BakedText, FileReader } from '../reading/file-reader.ts';
import type { StepCode } from '../verification/report.ts';

/** The credential in a PNG or an SVG, in this thread. */
export const readBaked: FileReader['readBaked'] = async (image): Promise<BakedText> => {
  try {
    const found = isPng(image) ? await extractFromPng(image) : extractFromSvg(image);
    return found ? { kind: 'found', ...found } : { kind: 'none' };
  } catch (error) {
    if (!(error instanceof OpenBadgesError)) throw error;
    return { kind: 'refused', code: codeOf(error), detail: error.message };
  }
};

/** The code for an image without a readable credential. The codes differ, because there are different
 *  remedies. */
function codeOf(error: OpenBadgesError): StepCode {
  const { reason } = error.params;
  if (reason === 'image too large' || reason === 'credential too large') return 'too-large';
  if (reason === DEFINITIONS_REASON) return 'image-with-definitions';
  return reason === NOT_A_DRAWING_REASON ? 'not-a-drawing' : 'damaged-image';
}
