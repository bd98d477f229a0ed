import { INK, OCHRE, STONE_EDGE, TEAL } from './palette.ts';
import { coordinate } from './svg-text.ts';

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

export type MatrixSign = keyof typeof SHAPES;

/** The shape of a sign, in a square of 28 units. */
export function signShape(sign: MatrixSign): string {
  return SHAPES[sign];
}

/** The sign, with its upper left corner at the point (x, y). */
export function matrixSign(sign: MatrixSign, x: number, y: number): string {
  return `<g transform="translate(${coordinate(x)} ${coordinate(y)})">${SHAPES[sign]}</g>`;
}
