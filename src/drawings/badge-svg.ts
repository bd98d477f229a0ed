import { FAMILY_CODES, type FamilyCode } from '../domain/engagement/mission.ts';
import { type BadgeDrawing, motif } from './badge-motif.ts';
import { segment, stone } from './stone.ts';
import { escapeXml } from './svg-text.ts';

export interface BadgePicture {
  readonly drawing: BadgeDrawing;
  /** Families whose segment is lit. */
  readonly lit: readonly FamilyCode[];
}

export interface BadgeSvg extends BadgePicture {
  /** Read aloud in place of the image. */
  readonly title: string;
  readonly description: string;
  /** Width and height in pixels; 512 where absent. */
  readonly size?: number;
}

/** The families lit in the picture of the badge itself, where there is no holder yet. */
export function emblemFamilies(drawing: BadgeDrawing): readonly FamilyCode[] {
  return drawing.kind === 'family' ? FAMILY_CODES.filter((code) => code === drawing.family) : FAMILY_CODES;
}

/** The shapes alone, in a square of 512 units. */
export function badgeShapes({ drawing, lit }: BadgePicture): string {
  const segments = FAMILY_CODES.map((family) => segment(family, lit.includes(family)));
  return stone() + segments.join('') + motif(drawing);
}

/** A badge as a standing SVG document: square, self-contained, transparent around the stone. */
export function badgeSvg({ title, description, size = 512, ...picture }: BadgeSvg): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="${size}" height="${size}" role="img">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    badgeShapes(picture),
    '</svg>',
  ].join('');
}
