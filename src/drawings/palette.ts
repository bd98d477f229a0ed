/** Colours of the drawings, equal to the tokens of the pages. Shape and text carry the meaning, and colours
 *  repeat it. */
export const INK = '#1d2733';
export const PAPER = '#fbfaf6';
/** Deep blue-green, for what is lit, confirmed or can be acted upon. */
export const TEAL = '#0d4f56';
/** For marks: rings, and the light on a lit segment. Contrast of at least 3:1 on paper and on the heart of
 *  the stone. */
export const OCHRE = '#a8690a';
/** The same mark on deep blue-green. */
export const OCHRE_LIGHT = '#e2ab4b';
/** Unlit stone, its edge and its engraved letters. */
export const STONE = '#e8e2d2';
export const STONE_EDGE = '#7f7963';
export const STONE_LETTER = '#615c49';
/** The heart of the stone, behind the motif. */
export const HEART = '#f4efe2';
