import type { BakedText, FileReader } from '../../application/verification/reading/file-reader.ts';
import { extractFromPng, isPng } from '../../openbadges/bake/bake-png.ts';
import { extractFromSvg, NOT_A_DRAWING_REASON } from '../../openbadges/bake/bake-svg.ts';
import { DEFINITIONS_REASON } from '../../openbadges/bake/xml-scan.ts';
import { OpenBadgesError } from '../../openbadges/errors.ts';
import type { StepCode } from '../../openbadges/report.ts';

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
