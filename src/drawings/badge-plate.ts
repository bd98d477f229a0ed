import type { BadgeDrawing } from './badge-picture.ts';
import { PAPER } from './palette.ts';
import { coordinate } from './svg-text.ts';

/** The plate of a badge in a square of 512 units. Its outline shows the kind of badge: a hexagon for a level,
 *  a disc for a theme or for a drawing of the office's own, a house for a school's team. A pale rim separates it from a dark page. */

const RIM = 14;
/** Half the width of the line that rounds the corners. */
const ROUNDING = 18;

/** The outline, `inset` units inside the square. */
function outline(kind: BadgeDrawing['kind'], inset: number): string {
  switch (kind) {
    case 'rings':
      return hexagon(252 - inset * 1.155);
    case 'family':
    case 'own': {
      const radius = 250 - inset;
      return `M${256 - radius} 256a${radius} ${radius} 0 0 1 ${2 * radius} 0a${radius} ${radius} 0 0 1 ${-2 * radius} 0Z`;
    }
    case 'team': {
      const [left, right] = [10 + inset, 502 - inset];
      const eaves = coordinate(178 + inset * 0.42);
      return `M256 ${coordinate(8 + inset * 1.14)}L${right} ${eaves}V${500 - inset}H${left}V${eaves}Z`;
    }
  }
}

function hexagon(radius: number): string {
  const corners = [-90, -30, 30, 90, 150, 210].map((degrees) => {
    const radians = (degrees * Math.PI) / 180;
    return `${coordinate(256 + radius * Math.cos(radians))} ${coordinate(256 + radius * Math.sin(radians))}`;
  });
  return `M${corners.join('L')}Z`;
}

function layer(kind: BadgeDrawing['kind'], inset: number, fill: string): string {
  const path = `d="${outline(kind, inset + ROUNDING)}" fill="${fill}" stroke="${fill}"`;
  return `<path ${path} stroke-width="${2 * ROUNDING}" stroke-linejoin="round"/>`;
}

/** The plate with its rim. */
export function plate(kind: BadgeDrawing['kind'], ground: string): string {
  return layer(kind, 0, PAPER) + layer(kind, RIM, ground);
}

/** The plate as a line, for a badge that is not earned. */
export function plateOutline(kind: BadgeDrawing['kind'], colour: string): string {
  const line = `fill="none" stroke="${colour}" stroke-width="14" stroke-linejoin="round"`;
  return `<path d="${outline(kind, RIM)}" ${line} stroke-dasharray="30 18"/>`;
}

/** A translucent pale layer over the plate, which makes its lights look unlit. */
export function veil(kind: BadgeDrawing['kind']): string {
  return `<g opacity="0.55">${layer(kind, RIM, PAPER)}</g>`;
}
