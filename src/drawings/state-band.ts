import type { BandWords } from './badge-picture.ts';
import { lettering } from './lettering.ts';
import { PAPER, REVOKED, SUSPENDED } from './palette.ts';

const COLOURS: Readonly<Record<BandWords['state'], string>> = { revoked: REVOKED, suspended: SUSPENDED };

/** The band across a revoked or suspended badge, with the day. A small band has no words, because they would
 *  not be legible. */
export function stateBand({ state, word, day }: BandWords, isSmall = false): string {
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
