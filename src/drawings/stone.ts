import type { FamilyCode } from '../domain/engagement/mission.ts';
import { letter } from './letter.ts';
import { HEART, INK, OCHRE_LIGHT, PAPER, STONE, STONE_EDGE, STONE_LETTER, TEAL } from './palette.ts';
import { coordinate } from './svg-text.ts';

/** The milestone: an arched stone on a slab, with five segments around its heart. A and E are upright; B, C
 *  and D are the stones of the arch. Units of a 512 × 512 drawing. */

/** Centre of the arch: the heart's motif is drawn around it. */
export const CENTRE = { x: 256, y: 232 } as const;
/** Radius of the heart, and its lower end. */
export const HEART_RADIUS = 100;
export const HEART_BOTTOM = 432;

const OUTER = 216;
const SLAB_TOP = 448;
const SEGMENT_OUTER = 201;
const SEGMENT_INNER = 112;
/** Gap between neighbouring segments. */
const JOINT = 12;
/** Outer radius of a lit segment. The light along the edge lies beyond it, after a fine joint. */
const LIT_OUTER = 182;
const LIGHT_INNER = 188;
/** A line of the same colour around a smaller shape rounds its corners. */
const ROUNDING = 4;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Shape {
  /** The part of the segment between two radii, inset by `inset` on every side. */
  readonly band: (outer: number, inner: number, inset: number) => string;
  /** Middle of that part. */
  readonly middle: (outer: number, inner: number) => Point;
}

function at(radius: number, degrees: number): Point {
  const radians = (degrees * Math.PI) / 180;
  return { x: CENTRE.x + radius * Math.cos(radians), y: CENTRE.y - radius * Math.sin(radians) };
}

/** The point at a radius whose distance to the ray of `degrees` is `offset`. With it, joints keep a constant
 *  width. */
function beside(radius: number, degrees: number, offset: number): string {
  const point = at(radius, degrees + (Math.asin(offset / radius) * 180) / Math.PI);
  return `${coordinate(point.x)} ${coordinate(point.y)}`;
}

/** One stone of the arch between two angles, `from` > `to`, counted from the right-hand side. */
function archStone(from: number, to: number): Shape {
  return {
    band(outer, inner, inset) {
      const [far, near, margin] = [outer - inset, inner + inset, JOINT / 2 + inset];
      return [
        `M${beside(far, from, -margin)}`,
        `A${far} ${far} 0 0 1 ${beside(far, to, margin)}`,
        `L${beside(near, to, margin)}`,
        `A${near} ${near} 0 0 0 ${beside(near, from, -margin)}Z`,
      ].join('');
    },
    middle: (outer, inner) => at((outer + inner) / 2, (from + to) / 2),
  };
}

/** An upright stone under the arch, on the left (−1) or the right (+1). */
function uprightStone(side: -1 | 1): Shape {
  const top = CENTRE.y + JOINT / 2;
  return {
    band(outer, inner, inset) {
      const left = CENTRE.x + side * (outer - inset);
      const right = CENTRE.x + side * (inner + inset);
      return `M${left} ${top + inset}H${right}V${HEART_BOTTOM - inset}H${left}Z`;
    },
    middle: (outer, inner) => ({
      x: CENTRE.x + (side * (outer + inner)) / 2,
      y: (top + HEART_BOTTOM) / 2,
    }),
  };
}

const SHAPES: Readonly<Record<FamilyCode, Shape>> = {
  A: uprightStone(-1),
  B: archStone(180, 120),
  C: archStone(120, 60),
  D: archStone(60, 0),
  E: uprightStone(1),
};

/** One segment with its letter. A lit one is solid, with a light along its edge; an unlit one is pale and
 *  outlined. */
export function segment(family: FamilyCode, lit: boolean): string {
  const { band, middle } = SHAPES[family];
  if (!lit) {
    const edge = `fill="${STONE}" stroke="${STONE_EDGE}" stroke-width="4" stroke-linejoin="round"`;
    const place = { ...middle(SEGMENT_OUTER, SEGMENT_INNER), height: 50, fill: STONE_LETTER };
    return `<path d="${band(SEGMENT_OUTER, SEGMENT_INNER, 5)}" ${edge}/>${letter(family, place)}`;
  }
  const place = { ...middle(LIT_OUTER, SEGMENT_INNER), height: 50, fill: PAPER };
  return [
    rounded(band(LIT_OUTER, SEGMENT_INNER, ROUNDING), TEAL),
    rounded(band(SEGMENT_OUTER, LIGHT_INNER, ROUNDING), OCHRE_LIGHT),
    letter(family, place),
  ].join('');
}

function rounded(outline: string, fill: string): string {
  const edge = `stroke="${fill}" stroke-width="${2 * ROUNDING}" stroke-linejoin="round"`;
  return `<path d="${outline}" fill="${fill}" ${edge}/>`;
}

function arch(radius: number, bottom: number): string {
  const { x, y } = CENTRE;
  return `M${x - radius} ${bottom}V${y}A${radius} ${radius} 0 0 1 ${x + radius} ${y}V${bottom}Z`;
}

/** The stone itself, its slab and its heart, without segments. */
export function stone(): string {
  const edge = `stroke="${INK}" stroke-width="9" stroke-linejoin="round"`;
  return [
    `<path d="${arch(OUTER, SLAB_TOP)}" fill="${PAPER}" ${edge}/>`,
    `<rect x="18" y="${SLAB_TOP}" width="476" height="38" rx="7" fill="${STONE}" ${edge}/>`,
    `<path d="${arch(HEART_RADIUS, HEART_BOTTOM)}" fill="${HEART}"/>`,
  ].join('');
}
