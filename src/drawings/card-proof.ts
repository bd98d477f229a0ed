import { type Cells, darkRuns } from './dark-runs.ts';
import { PAPER } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';
import { textWidth, wrapText } from './wrap-text.ts';

/** How a badge can be verified, at the foot of its card. */
export interface CardProof {
  /** What is said of the badge, in one or two lines, e.g. its date. */
  readonly words: string;
  /** The address of the badge's page, as people type it. */
  readonly address: string;
  /** The same address as a QR code. */
  readonly code: Cells;
}

interface Band {
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

const FONT = `font-family="'Source Sans 3', sans-serif"`;
const LEFT = 40;
/** The light edge around the code, in cells (ISO/IEC 18004). */
const QUIET_ZONE = 4;
/** The dark edge around the plate of the code. */
const EDGE = 4;
const TEXT_SIZES = [32, 29, 26, 23] as const;
const ADDRESS_SIZES = [32, 29, 26, 23, 20] as const;
const LINE = 1.25;
const WHITE = '#ffffff';

/** The words and the address on the left, the code on a white plate on the right. */
export function proofBand({ words, address, code }: CardProof, band: Band): string {
  const side = band.height - 2 * EDGE;
  const plate = { x: band.width - side - EDGE, y: band.top + EDGE, side };
  const room = plate.x - 2 * LEFT;
  const wrap = (size: number) => wrapText(words, { fontSize: size, width: room, maxLines: 3 });
  const size = TEXT_SIZES.find((one) => wrap(one).length <= 2) ?? 23;
  const addressSize = ADDRESS_SIZES.find((one) => textWidth(address) * one <= room) ?? 20;
  const lines = [
    ...wrap(size).map((text) => ({ text, size, weight: 400 })),
    { text: address, size: addressSize, weight: 700 },
  ];
  const total = lines.reduce((sum, line) => sum + line.size * LINE, 0);
  let y = band.top + (band.height - total) / 2;
  const drawn = lines.map((line) => {
    y += line.size * LINE;
    const place = `x="${LEFT}" y="${coordinate(y - line.size * 0.32)}"`;
    return `<text ${FONT} font-size="${line.size}" font-weight="${line.weight}" fill="${PAPER}" ${place}>${escapeXml(line.text)}</text>`;
  });
  return drawn.join('') + codePlate(code, plate);
}

function codePlate(
  code: Cells,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): string {
  // Whole pixels, so that each cell stays sharp after a network has made the picture smaller.
  const cell = Math.floor(side / (code.size + 2 * QUIET_ZONE));
  const inset = Math.floor((side - cell * code.size) / 2);
  const path = darkRuns(code).map(
    ({ row, column, length }) =>
      `M${x + inset + column * cell} ${y + inset + row * cell}h${length * cell}v${cell}h-${length * cell}z`,
  );
  return `<rect x="${x}" y="${y}" width="${side}" height="${side}" rx="8" fill="${WHITE}"/><path d="${path.join('')}" fill="#000000"/>`;
}
