import type { BadgeDrawing, BadgeStyle } from './badge-picture.ts';
import { cairn } from './cairn.ts';
import { PAPER, SHADE } from './palette.ts';
import { pictogram } from './pictogram.ts';
import { coordinate } from './svg-text.ts';

export interface MotifPlace {
  /** Height of the ground on which it stands. */
  readonly base: number;
  readonly size: 'large' | 'small';
  /** Colour of its lines; present where only its outline is drawn. */
  readonly line?: string | undefined;
}

/** The motif on the plate: a cairn for a level, the family's sign for a theme, three people for a team, or a
 *  drawing of the office's own. */
export function motif(drawing: BadgeDrawing, families: BadgeStyle['families'], place: MotifPlace): string {
  switch (drawing.kind) {
    case 'rings':
      return cairn(drawing.rings, place);
    case 'family':
      return familySign(drawing.family, families, place);
    case 'team':
      return team(place);
    case 'own':
      return ownDrawing(drawing.image, place);
  }
}

/** Side of a sign or of an own drawing. */
const sideOf = ({ size }: MotifPlace) => (size === 'small' ? 308 : 196);

/** The office's own drawing as an image inside the badge: it has neither script nor outside reference. Only a
 *  ring stands for it where the badge is not earned. */
function ownDrawing(image: string, place: MotifPlace): string {
  const side = sideOf(place);
  const y = place.base - side;
  if (place.line) {
    return `<circle cx="256" cy="${y + side / 2}" r="${side / 3}" fill="none" stroke="${place.line}" stroke-width="14"/>`;
  }
  return `<image x="${256 - side / 2}" y="${y}" width="${side}" height="${side}" href="${image}"/>`;
}

function familySign(family: string, families: BadgeStyle['families'], at: MotifPlace): string {
  const known = families.find(({ code }) => code === family);
  if (!known) return '';
  const { base, line } = at;
  const side = sideOf(at);
  const place = { x: 256, y: base - side / 2, size: side, fill: line ?? PAPER, hollow: line !== undefined };
  return pictogram(known.sign, place);
}

function team({ base, size, line }: MotifPlace): string {
  const scale = size === 'small' ? 1.36 : 1;
  const hollow = line !== undefined;
  const beside = { base, scale: 0.98 * scale, fill: line ?? SHADE, hollow };
  return [
    figure({ ...beside, x: 256 - Math.round(98 * scale) }),
    figure({ ...beside, x: 256 + Math.round(98 * scale) }),
    figure({ ...beside, x: 256, scale: 1.14 * scale, fill: line ?? PAPER }),
  ].join('');
}

interface FigurePlace {
  readonly x: number;
  /** Height of the ground on which it stands. */
  readonly base: number;
  readonly scale: number;
  readonly fill: string;
  /** True to draw only its outline, in the colour of `fill`. */
  readonly hollow?: boolean | undefined;
}

/** A person, from the shoulders up. */
function figure({ x, base, scale, fill, hollow }: FigurePlace): string {
  const at = (value: number) => coordinate(value * scale);
  const body = `M${coordinate(x - 36 * scale)} ${base}v${-at(34)}a${at(36)} ${at(34)} 0 0 1 ${at(72)} 0v${at(34)}Z`;
  const paint = hollow ? `fill="none" stroke="${fill}" stroke-width="14"` : `fill="${fill}"`;
  return `<path d="${body}" ${paint}/><circle cx="${x}" cy="${coordinate(base - 102 * scale)}" r="${at(27)}" ${paint}/>`;
}
