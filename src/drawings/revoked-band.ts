import type { RevokedWords } from './badge-picture.ts';
import { lettering } from './lettering.ts';
import { PAPER, REVOKED } from './palette.ts';

/** The band across a revoked badge, with the day. Without words where they could not be read. */
export function revokedBand(words: RevokedWords | undefined): string {
  const lines = words && [
    lettering(words.word, { x: 256, y: 234, height: 38, maxWidth: 430, fill: PAPER }),
    lettering(words.day, { x: 256, y: 283, height: 28, maxWidth: 430, fill: PAPER }),
  ];
  return [
    '<g transform="rotate(-12 256 256)">',
    `<rect x="14" y="198" width="484" height="116" rx="10" fill="${REVOKED}" stroke="${PAPER}" stroke-width="10"/>`,
    ...(lines ?? []),
    '</g>',
  ].join('');
}
