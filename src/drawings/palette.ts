/** Colours of the drawings, equal to the tokens of the pages. Shape and text carry the meaning, and colours
 *  repeat it. */
export const INK = '#1d2733';
export const PAPER = '#fbfaf6';
/** Deep blue-green, for what is lit, confirmed or can be acted upon; the ground of every badge. */
export const TEAL = '#0d4f56';
/** For marks. Contrast of at least 3:1 on paper. */
export const OCHRE = '#a8690a';
/** The same mark on deep blue-green: what is lit in a badge. */
export const OCHRE_LIGHT = '#e8b45c';
/** Signs on a lit mark. */
export const TEAL_DEEP = '#08383d';
/** What is not lit, on deep blue-green. */
export const UNLIT = '#8fb3b1';
/** The horizon of a badge. It is no more than an ornament. */
export const RIDGE = '#1b6269';
/** The side of a stone, or a figure, that is turned away from the light. */
export const SHADE = '#d6cdb8';
/** A pale ground, and an edge on paper. */
export const STONE = '#e8e2d2';
export const STONE_EDGE = '#7f7963';
/** The ground beside a drawing in a card. */
export const HEART = '#f4efe2';
/** The band across what was revoked. */
export const REVOKED = '#86201a';
/** The band across what is suspended. */
export const SUSPENDED = '#4a4458';
