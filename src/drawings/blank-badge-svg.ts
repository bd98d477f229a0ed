import { plateOutline } from './badge-plate.ts';
import { STONE_EDGE } from './palette.ts';
import { escapeXml } from './svg-text.ts';

/** Replaces the image of another issuer's badge. Loading that image would tell its server who reads the
 *  page. */
export function blankBadgeSvg({ title, description }: { title: string; description: string }): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512" role="img">',
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    plateOutline('family', STONE_EDGE),
    `<path d="M186 256h1M256 256h1M326 256h1" stroke="${STONE_EDGE}" stroke-width="34" stroke-linecap="round"/>`,
    '</svg>',
  ].join('');
}
