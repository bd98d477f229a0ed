/** Colours of the drawings, equal to the tokens of the pages. Meaning is always shown by shape and text;
 *  colours only repeat it. */
export const INK = '#1d2733';
export const PAPER = '#fbfaf6';
/** Deep blue-green, for parts that are lit, confirmed or can be clicked. */
export const TEAL = '#0d4f56';
/** Ochre for marks. Its contrast on paper is at least 3:1. */
export const OCHRE = '#a8690a';
/** Colour of the side of a stone or figure that is turned away from the light. */
export const SHADE = '#d6cdb8';
/** A pale ground, and the colour of an edge on paper. */
export const STONE = '#e8e2d2';
export const STONE_EDGE = '#7f7963';
/** Colour of the ground next to a drawing in a card. */
export const HEART = '#f4efe2';
/** Colour of the band across a revoked badge. */
export const REVOKED = '#86201a';
/** Colour of the band across a suspended badge: that of the box which says so on its page. */
export const SUSPENDED = '#6a4300';
