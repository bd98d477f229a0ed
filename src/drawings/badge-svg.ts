import { FAMILY_CODES, type FamilyCode } from '../domain/engagement/mission.ts';
import { type BadgeDrawing, motif } from './badge-motif.ts';
import { segment, stone } from './stone.ts';
import { escapeXml } from './svg-text.ts';

export interface BadgePicture {
  readonly drawing: BadgeDrawing;
  /** Families whose segments are lit. */
  readonly lit: readonly FamilyCode[];
}

export interface BadgeSvg extends BadgePicture {
  /** The text that a screen reader says for the image. */
  readonly title: string;
  readonly description: string;
  /** Width and height in pixels; 512 by default. */
  readonly size?: number;
}

/** The families lit in the image of the badge itself, which has no holder yet. */
export function emblemFamilies(drawing: BadgeDrawing): readonly FamilyCode[] {
  return drawing.kind === 'family' ? FAMILY_CODES.filter((code) => code === drawing.family) : FAMILY_CODES;
}

/** The shapes without the SVG element, in a square of 512 units. */
export function badgeShapes({ drawing, lit }: BadgePicture): string {
  const segments = FAMILY_CODES.map((family) => segment(family, lit.includes(family)));
  return stone() + segments.join('') + motif(drawing);
}

/** A badge as an SVG document of its own: square, self-contained, transparent around the stone. */
export function badgeSvg({ title, description, size = 512, ...picture }: BadgeSvg): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="${size}" height="${size}" role="img">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    badgeShapes(picture),
    '</svg>',
  ].join('');
}
