import { INK, OCHRE, STONE_EDGE, TEAL } from './palette.ts';

const FILL = `var(--jalon-action, ${TEAL})`;
const MARK = `var(--jalon-mark, ${OCHRE})`;
const TEXT = `var(--jalon-ink, ${INK})`;
const LINE = `var(--jalon-edge, ${STONE_EDGE})`;

/** Each shape fits a square of 28 units. */
const SHAPES = {
  held: `<circle cx="14" cy="14" r="10" fill="${FILL}"/>`,
  requested: `<circle cx="14" cy="14" r="8.5" fill="none" stroke="${FILL}" stroke-width="3"/>`,
  contested: `<circle cx="14" cy="14" r="8.5" fill="none" stroke="${TEXT}" stroke-width="2" stroke-dasharray="4 3.5"/>`,
  lock: `<path d="M9.5 13v-3a4.5 4.5 0 0 1 9 0v3" fill="none" stroke="${TEXT}" stroke-width="2"/><rect x="7" y="13" width="14" height="10" rx="2" fill="${TEXT}"/>`,
  closed: `<path d="M9.5 13v-3a4.5 4.5 0 0 1 9 0v3" fill="none" stroke="${LINE}" stroke-width="2"/><rect x="7" y="13" width="14" height="10" rx="2" fill="none" stroke="${LINE}" stroke-width="2"/>`,
  clash: `<path d="M16 2L6 16h6l-2 10L22 11h-7Z" fill="${MARK}"/>`,
  nobody: `<path d="M2 24L18 4M10 24L26 4M2 14L10 4M18 24L26 14" stroke="${LINE}" stroke-width="1.5"/>`,
} as const;

/** A sign of the split of missions. Shapes carry the meaning: a disc is held, a ring is requested, a broken ring
 *  is contested, stripes are no one; a full lock is held without authorisation, an empty one not authorised yet; a
 *  lightning is a clash. */
export type MatrixSign = keyof typeof SHAPES;

/** One sign of 28 pixels; its meaning stands in words next to it. */
export function legendSign(sign: MatrixSign): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">${SHAPES[sign]}</svg>`;
}
