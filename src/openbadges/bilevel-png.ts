import { compress, joinBytes } from './compression.ts';
import { makePngChunk, PNG_SIGNATURE } from './png-chunk.ts';

/** A square of black and white cells. */
export interface Cells {
  /** Cells on a side. */
  readonly size: number;
  readonly isDark: (row: number, column: number) => boolean;
}

interface Look {
  /** Pixels on a side of each cell. */
  readonly scale: number;
  /** White cells around the square. */
  readonly margin: number;
}

/** PNG §11.2.1: one bit a sample, greyscale, deflate, the five filters, no interlace. */
const ONE_BIT_GREY = [1, 0, 0, 0, 0] as const;
/** PNG §9.2: a line of the "up" filter says how it differs from the one above. */
const [FILTER_NONE, FILTER_UP] = [0, 2] as const;

/** The cells as a PNG of one bit a pixel. Only the first line of each row of cells is written out; the others
 *  say that they are like it. */
export async function bilevelPng(cells: Cells, { scale, margin }: Look): Promise<Uint8Array<ArrayBuffer>> {
  const width = (cells.size + 2 * margin) * scale;
  const lineBytes = 1 + Math.ceil(width / 8);
  const lines = new Uint8Array(width * lineBytes);
  for (let line = 0; line < width; line += 1) {
    const start = line * lineBytes;
    const row = Math.floor(line / scale) - margin;
    lines[start] = line % scale === 0 ? FILTER_NONE : FILTER_UP;
    if (line % scale === 0) drawRow(lines.subarray(start + 1, start + lineBytes), row);
  }
  const header = new DataView(new ArrayBuffer(8));
  header.setUint32(0, width);
  header.setUint32(4, width);
  return joinBytes([
    PNG_SIGNATURE,
    makePngChunk('IHDR', joinBytes([new Uint8Array(header.buffer), Uint8Array.from(ONE_BIT_GREY)])),
    makePngChunk('IDAT', await compress(lines, 'deflate')),
    makePngChunk('IEND', new Uint8Array()),
  ]);

  /** White is 1. Bits past the right edge mean nothing. */
  function drawRow(line: Uint8Array, row: number): void {
    line.fill(0xff);
    if (row < 0 || row >= cells.size) return;
    for (let column = 0; column < cells.size; column += 1) {
      if (!cells.isDark(row, column)) continue;
      const from = (column + margin) * scale;
      for (let x = from; x < from + scale; x += 1) line[x >> 3] = (line[x >> 3] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
}
