import { FAMILY_CODES, type FamilyCode } from '../domain/engagement/mission.ts';
import { motif } from './badge-motif.ts';
import type { BadgeDrawing, BadgePicture } from './badge-picture.ts';
import { plate, plateOutline, veil } from './badge-plate.ts';
import { drawnYears } from './drawn-years.ts';
import { arcPlaces, familyLights, type LightPlace } from './family-lights.ts';
import { horizon } from './horizon.ts';
import { lettering } from './lettering.ts';
import { officeName } from './office-name.ts';
import { OCHRE_LIGHT, STONE_EDGE } from './palette.ts';
import { stateBand } from './state-band.ts';
import { escapeXml } from './svg-text.ts';
import { yearMarks } from './year-marks.ts';

export interface BadgeSvg extends BadgePicture {
  /** The texts that a screen reader reads for the image. */
  readonly title: string;
  readonly description: string;
  /** Width and height in pixels; 512 by default. Below 128, only the parts that stay legible are drawn. */
  readonly size?: number;
  /** False for a badge that is not earned yet: it is an outline without lights. */
  readonly earned?: boolean;
}

/** From this size in pixels on, the office, the years and the lights are legible. */
const WHOLE_FROM = 128;

/** The families that are lit in the image of the achievement itself, which has no holder. */
export function emblemFamilies(drawing: BadgeDrawing): readonly FamilyCode[] {
  return drawing.kind === 'family' ? FAMILY_CODES.filter((code) => code === drawing.family) : FAMILY_CODES;
}

/** A badge as an SVG document: square, self-contained, transparent around the plate. */
export function badgeSvg({ title, description, size = 512, earned = true, ...picture }: BadgeSvg): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="${size}" height="${size}" role="img">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    shapes(picture, { earned, small: size < WHOLE_FROM }),
    '</svg>',
  ].join('');
}

function shapes(picture: BadgePicture, { earned, small }: { earned: boolean; small: boolean }): string {
  if (!earned) return unearnedShapes(picture.drawing);
  return small ? smallShapes(picture) : badgeShapes(picture);
}

/** A badge inside another drawing, at its small size: solid where it is held, otherwise an outline without
 *  lights. */
export function badgeMark(drawing: BadgeDrawing, { held, size }: { held: boolean; size: number }): string {
  const picture = { drawing, lit: [], office: '' };
  const inner = held ? smallShapes(picture) : unearnedShapes(drawing);
  return `<svg width="${size}" height="${size}" viewBox="0 0 512 512">${inner}</svg>`;
}

interface Layout {
  /** Height of the path, under the motif. */
  readonly path: number;
  /** Half the length of the path. */
  readonly half: number;
  readonly hills: number;
  readonly nameWidth: number;
  readonly lights: { readonly places: readonly LightPlace[]; readonly radius: number };
  /** Height of the ground for the motif of the small drawing. */
  readonly smallBase: number;
}

const LAYOUTS: Readonly<Record<BadgeDrawing['kind'], Layout>> = {
  rings: {
    path: 322,
    half: 186,
    hills: 156,
    nameWidth: 372,
    lights: { places: arcPlaces({ x: 256, y: 268, across: 170, up: 180, spread: 75 }), radius: 28 },
    smallBase: 384,
  },
  family: {
    path: 332,
    half: 194,
    hills: 132,
    nameWidth: 380,
    lights: { places: arcPlaces({ x: 256, y: 256, across: 190, up: 190, spread: 46 }), radius: 25 },
    smallBase: 410,
  },
  team: {
    path: 366,
    half: 202,
    hills: 130,
    nameWidth: 400,
    lights: {
      places: [
        { x: 118, y: 190 },
        { x: 184, y: 141 },
        { x: 256, y: 96 },
        { x: 328, y: 141 },
        { x: 394, y: 190 },
      ],
      radius: 28,
    },
    smallBase: 410,
  },
};

/** The whole drawing without the SVG element, in a square of 512 units. */
export function badgeShapes({ drawing, lit, office, years = [], seed = '', band }: BadgePicture): string {
  const { path, half, hills, nameWidth, lights } = LAYOUTS[drawing.kind];
  return [
    plate(drawing.kind),
    horizon(seed, { base: path, half, height: hills }),
    motif(drawing, { base: path - (drawing.kind === 'family' ? 26 : 12), size: 'large' }),
    familyLights(lit, lights),
    yearMarks(years, { y: path, half }),
    officeName(office, { y: path + 47, maxWidth: nameWidth }),
    lettering(drawnYears(years, drawing), {
      x: 256,
      y: path + 89,
      height: 29,
      maxWidth: 240,
      fill: OCHRE_LIGHT,
    }),
    ...(band ? [veil(drawing.kind), stateBand(band)] : []),
  ].join('');
}

/** The drawing for small sizes: only the plate and the motif. */
function smallShapes({ drawing, band }: BadgePicture): string {
  const { smallBase } = LAYOUTS[drawing.kind];
  const ground = `<path d="M116 ${smallBase + 18}H396" stroke="${OCHRE_LIGHT}" stroke-width="16" stroke-linecap="round"/>`;
  return [
    plate(drawing.kind),
    motif(drawing, { base: smallBase, size: 'small' }),
    ...(drawing.kind === 'rings' ? [ground] : []),
    ...(band ? [veil(drawing.kind), stateBand(band, true)] : []),
  ].join('');
}

function unearnedShapes(drawing: BadgeDrawing): string {
  const base = LAYOUTS[drawing.kind].smallBase - 10;
  return plateOutline(drawing.kind, STONE_EDGE) + motif(drawing, { base, size: 'small', line: STONE_EDGE });
}
