import { PAPER, SHADE, TEAL } from './palette.ts';
import { coordinate } from './svg-text.ts';

// A page defines the colour of its theme. Elsewhere the drawing uses its own.
const COLOUR = `var(--jalon-action, ${TEAL})`;

/** The mark of the service: a cairn of three stones, without a plate. It is an ornament. */
export function cairnMarkSvg(): string {
  const stones = cairn(3, { base: 404, size: 'small', fill: COLOUR });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="92 112 336 300" width="28" height="25" aria-hidden="true">${stones}</svg>`;
}

type Corner = readonly [x: number, y: number];

/** Three shapes of stone. Corners are shares of the width and height, counted from the middle; `shade` is the
 *  side turned away from the light. */
const STONES: readonly { readonly outline: readonly Corner[]; readonly shade: readonly Corner[] }[] = [
  {
    outline: [
      [-0.5, 0.2],
      [-0.44, -0.16],
      [-0.24, -0.5],
      [0.2, -0.47],
      [0.42, -0.22],
      [0.5, 0.16],
      [0.42, 0.5],
      [-0.42, 0.5],
    ],
    shade: [
      [0.2, -0.47],
      [0.42, -0.22],
      [0.5, 0.16],
      [0.42, 0.5],
      [0.12, 0.5],
      [0.2, -0.02],
    ],
  },
  {
    outline: [
      [-0.5, 0.06],
      [-0.36, -0.44],
      [0.14, -0.5],
      [0.44, -0.3],
      [0.5, 0.1],
      [0.4, 0.5],
      [-0.36, 0.5],
      [-0.47, 0.34],
    ],
    shade: [
      [0.14, -0.5],
      [0.44, -0.3],
      [0.5, 0.1],
      [0.4, 0.5],
      [0.02, 0.5],
      [0.18, 0.02],
    ],
  },
  {
    outline: [
      [-0.48, 0.3],
      [-0.5, -0.12],
      [-0.26, -0.46],
      [0.26, -0.5],
      [0.5, -0.02],
      [0.45, 0.42],
      [0.3, 0.5],
      [-0.4, 0.5],
    ],
    shade: [
      [0.26, -0.5],
      [0.5, -0.02],
      [0.45, 0.42],
      [0.3, 0.5],
      [0.1, 0.5],
      [0.22, 0],
    ],
  },
];

/** The stones of a pile are shifted a little to the left or right. */
const SHIFTS = [0, 7, -6, 5, -3];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a cairn is drawn: its place, its size and its colour. */
export interface Cairn {
  /** Height of the ground on which it stands. */
  readonly base: number;
  readonly size: 'large' | 'small';
  /** Colour of its line; present where only its outline is drawn. */
  readonly line?: string | undefined;
  /** Colour of its stones: that of paper, unless said. */
  readonly fill?: string | undefined;
}

/** A cairn with one stone for each year of the level. A higher level thus has a larger pile. */
export function cairn(count: number, { base, size, line, fill = PAPER }: Cairn): string {
  const scale = size === 'small' ? 1.6 : 1;
  const height = (128 + 60 * (1 - 1 / count) ** 0.6) * scale;
  const width = (count === 1 ? 172 : 190 + 3.2 * count) * scale;
  const gap = (size === 'small' ? 7 : 5) * scale;
  const shares = Array.from({ length: count }, (_, index) => 1.25 - (0.5 * index) / Math.max(1, count - 1));
  const unit = (height - gap * (count - 1)) / shares.reduce((sum, share) => sum + share, 0);
  let bottom = base;
  return shares
    .map((share, index) => {
      const box: Box = {
        x: 256 + (SHIFTS[index % SHIFTS.length] ?? 0) * scale,
        y: bottom - (share * unit) / 2,
        width: width * (1 - (0.6 * index) / Math.max(1, count - 1)),
        height: share * unit,
      };
      bottom -= share * unit + gap;
      return stone(box, index, { size, line, fill });
    })
    .join('');
}

function stone(box: Box, index: number, { size, line, fill = PAPER }: Omit<Cairn, 'base'>): string {
  const shape = STONES[index % STONES.length];
  if (!shape) return '';
  // A line around a smaller shape gives it round corners.
  const rounding = Math.min(size === 'small' ? 8 : 5, box.height / 5);
  const inner = { ...box, width: box.width - 2 * rounding, height: box.height - 2 * rounding };
  const path = (corners: readonly Corner[], inside: string, edge: string, width: number) =>
    `<path d="${polygon(corners, inner)}" fill="${inside}" stroke="${edge}" stroke-width="${coordinate(width)}" stroke-linejoin="round"/>`;
  if (line) return path(shape.outline, 'none', line, 14);
  const body = path(shape.outline, fill, fill, 2 * rounding);
  return size === 'small' ? body : body + path(shape.shade, SHADE, SHADE, 2 * rounding);
}

function polygon(corners: readonly Corner[], { x, y, width, height }: Box): string {
  return `M${corners.map(([right, down]) => `${coordinate(x + right * width)} ${coordinate(y + down * height)}`).join('L')}Z`;
}
