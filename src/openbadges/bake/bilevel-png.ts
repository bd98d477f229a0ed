import { compress, joinBytes } from '../compression.ts';
import { makePngChunk, PNG_SIGNATURE } from './png-chunk.ts';

/** A square of dark and light cells. */
export interface Cells {
  /** Number of cells in a row. */
  readonly size: number;
  readonly isDark: (row: number, column: number) => boolean;
}

interface Look {
  /** Pixels in the side of each cell. */
  readonly scale: number;
  /** Width of the light margin, in cells. */
  readonly margin: number;
}

/** The end of the image header (PNG §11.2.1): one bit a sample, greyscale, deflate, the five filters, no
 *  interlace. */
const ONE_BIT_GREY = [1, 0, 0, 0, 0] as const;
/** PNG §9.2: with the "up" filter, a line holds its differences from the line above. */
const [FILTER_NONE, FILTER_UP] = [0, 2] as const;

/** The cells as a PNG with one bit a pixel. Of each row of cells only the first line has content; the other
 *  lines are encoded as equal to it. */
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

  /** Writes one line. White is 1; bits beyond the right edge have no meaning. */
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
