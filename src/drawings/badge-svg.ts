import type { FamilyCode } from '../domain/engagement/mission.ts';
import { schoolYearLabel, yearSpan } from '../domain/time/school-year.ts';
import { motif } from './badge-motif.ts';
import type { BadgeDrawing, BadgePicture, BadgeStyle, BandLines, YearMark } from './badge-picture.ts';
import { plate, plateOutline, veil } from './badge-plate.ts';
import { arcPlaces, familyLights, type LightPlace, linePlaces } from './family-lights.ts';
import { horizon } from './horizon.ts';
import { lettering, letteringWidth } from './lettering.ts';
import { PAPER, REVOKED, STONE_EDGE, SUSPENDED } from './palette.ts';
import { escapeXml } from './svg-text.ts';
import { yearMarks } from './year-marks.ts';

const HEIGHT = 33;

/** A name whose letters would be smaller than this on one line is written on two. */
const SMALLEST = 21;

const COLOURS: Readonly<Record<BandLines['state'], string>> = { revoked: REVOKED, suspended: SUSPENDED };

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
export function emblemFamilies(
  drawing: BadgeDrawing,
  { families }: Pick<BadgeStyle, 'families'>,
): readonly FamilyCode[] {
  const codes = families.map(({ code }) => code);
  return drawing.kind === 'family' ? codes.filter((code) => code === drawing.family) : codes;
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
  if (!earned) return unearnedShapes(picture);
  return small ? smallShapes(picture) : badgeShapes(picture);
}

/** A badge inside another drawing, at its small size: solid where it is held, otherwise an outline without
 *  lights. */
export function badgeMark(
  drawing: BadgeDrawing,
  { held, size, look }: { held: boolean; size: number; look: BadgeStyle },
): string {
  const picture = { drawing, look, lit: [], office: '' };
  const inner = held ? smallShapes(picture) : unearnedShapes(picture);
  return `<svg width="${size}" height="${size}" viewBox="0 0 512 512">${inner}</svg>`;
}

interface Layout {
  /** Height of the path, under the motif. */
  readonly path: number;
  /** Half the length of the path. */
  readonly half: number;
  readonly hills: number;
  readonly nameWidth: number;
  readonly lights: { readonly placesOf: (count: number) => readonly LightPlace[]; readonly radius: number };
  /** Height of the ground for the motif of the small drawing. */
  readonly smallBase: number;
}

const THEME: Layout = {
  path: 332,
  half: 194,
  hills: 132,
  nameWidth: 380,
  lights: {
    placesOf: (count) => arcPlaces(count, { x: 256, y: 256, across: 190, up: 190, spread: 46 }),
    radius: 25,
  },
  smallBase: 410,
};

/** Along both sides of the roof of a team's badge. */
const ROOF: readonly LightPlace[] = [
  { x: 118, y: 190 },
  { x: 184, y: 141 },
  { x: 256, y: 96 },
  { x: 328, y: 141 },
  { x: 394, y: 190 },
];

const LAYOUTS: Readonly<Record<BadgeDrawing['kind'], Layout>> = {
  rings: {
    path: 322,
    half: 186,
    hills: 156,
    nameWidth: 372,
    lights: {
      placesOf: (count) => arcPlaces(count, { x: 256, y: 268, across: 170, up: 180, spread: 75 }),
      radius: 28,
    },
    smallBase: 384,
  },
  family: THEME,
  own: THEME,
  team: {
    path: 366,
    half: 202,
    hills: 130,
    nameWidth: 400,
    lights: { placesOf: (count) => linePlaces(count, ROOF), radius: 28 },
    smallBase: 410,
  },
};

/** The whole drawing without the SVG element, in a square of 512 units. */
export function badgeShapes({
  drawing,
  look,
  lit,
  office,
  years = [],
  seed = '',
  band,
}: BadgePicture): string {
  const { path, half, hills, nameWidth, lights } = LAYOUTS[drawing.kind];
  const { families, colours } = look;
  const { kind } = drawing;
  const raised = kind === 'family' || kind === 'own' ? 26 : 12;
  return [
    plate(kind, colours.ground),
    horizon(seed, { base: path, half, height: hills, fill: colours.ridge }),
    motif(drawing, families, { base: path - raised, size: 'large' }),
    familyLights(lit, look, { places: lights.placesOf(families.length), radius: lights.radius }),
    yearMarks(years, { y: path, half, colours }),
    officeName(office, { y: path + 47, maxWidth: nameWidth }),
    lettering(drawnYears(years, drawing), {
      x: 256,
      y: path + 89,
      height: 29,
      maxWidth: 240,
      fill: colours.mark,
    }),
    ...(band ? [veil(kind), stateBand(band)] : []),
  ].join('');
}

/** The drawing for small sizes: only the plate and the motif. */
function smallShapes({ drawing, look, band }: BadgePicture): string {
  const { smallBase } = LAYOUTS[drawing.kind];
  const { ground: fill, mark } = look.colours;
  const ground = `<path d="M116 ${smallBase + 18}H396" stroke="${mark}" stroke-width="16" stroke-linecap="round"/>`;
  return [
    plate(drawing.kind, fill),
    motif(drawing, look.families, { base: smallBase, size: 'small' }),
    ...(drawing.kind === 'rings' ? [ground] : []),
    ...(band ? [veil(drawing.kind), stateBand(band, true)] : []),
  ].join('');
}

function unearnedShapes({ drawing, look }: Pick<BadgePicture, 'drawing' | 'look'>): string {
  const base = LAYOUTS[drawing.kind].smallBase - 10;
  const outlined = motif(drawing, look.families, { base, size: 'small', line: STONE_EDGE });
  return plateOutline(drawing.kind, STONE_EDGE) + outlined;
}

/** The years that are written on a badge: `2023–2026`, the first and the last school year, each by the year in
 *  which it begins. A team's badge has one school year, written by its own name. */
export function drawnYears(years: readonly YearMark[], { kind }: BadgeDrawing): string {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return '';
  return kind === 'team'
    ? schoolYearLabel(first.year).replace('-', '–')
    : yearSpan(first.year, last.year, '–');
}

/** The band across a revoked or suspended badge, with the day. A small band has no words, because they would
 *  not be legible. */
function stateBand({ state, word, day }: BandLines, isSmall = false): string {
  const lines = !isSmall && [
    lettering(word, { x: 256, y: 234, height: 38, maxWidth: 430, fill: PAPER }),
    lettering(day, { x: 256, y: 283, height: 28, maxWidth: 430, fill: PAPER }),
  ];
  return [
    '<g transform="rotate(-12 256 256)">',
    `<rect x="14" y="198" width="484" height="116" rx="10" fill="${COLOURS[state]}" stroke="${PAPER}" stroke-width="10"/>`,
    ...(lines || []),
    '</g>',
  ].join('');
}

/** The name of the office that gives the badge, on one line or, where it is long, on two. */
function officeName(name: string, { y, maxWidth }: { y: number; maxWidth: number }): string {
  const line = { x: 256, maxWidth, fill: PAPER };
  const texts = name.split(/\s+/).filter(Boolean);
  if (texts.length < 2 || letteringWidth(name, SMALLEST) <= maxWidth) {
    return lettering(name, { ...line, y, height: HEIGHT });
  }
  const [first, second] = halves(texts);
  return (
    lettering(first, { ...line, y: y - 15, height: SMALLEST }) +
    lettering(second, { ...line, y: y + 12, height: SMALLEST })
  );
}

/** The words on two lines of nearly equal width. */
function halves(texts: readonly string[]): readonly [string, string] {
  const cuts = texts.slice(1).map((_, index) => {
    const [first, second] = [texts.slice(0, index + 1).join(' '), texts.slice(index + 1).join(' ')];
    return { first, second, widest: Math.max(letteringWidth(first, 1), letteringWidth(second, 1)) };
  });
  const [best] = cuts.toSorted((a, b) => a.widest - b.widest);
  return best ? [best.first, best.second] : [texts.join(' '), ''];
}
