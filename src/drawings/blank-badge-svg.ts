import { INK, STONE, STONE_EDGE } from './palette.ts';
import { escapeXml } from './svg-text.ts';

/** Replaces the image of another issuer's badge. Loading that image would tell its server who reads the
 *  page. */
export function blankBadgeSvg({ title, description }: { title: string; description: string }): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512" role="img">',
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    `<circle cx="256" cy="256" r="216" fill="${STONE}" stroke="${INK}" stroke-width="9"/>`,
    `<circle cx="256" cy="256" r="170" fill="none" stroke="${STONE_EDGE}" stroke-width="8" stroke-dasharray="22 18"/>`,
    `<path d="M186 256h1M256 256h1M326 256h1" stroke="${STONE_EDGE}" stroke-width="30" stroke-linecap="round"/>`,
    '</svg>',
  ].join('');
}
