import { writePng } from './write-png.ts';

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

/** PNG §9.2: with the "up" filter, a line holds its differences from the line above. */
const [FILTER_NONE, FILTER_UP] = [0, 2] as const;

/** The cells as a PNG with one bit a pixel. Of each row of cells only the first line has content; the other
 *  lines are encoded as equal to it. */
export function bilevelPng(cells: Cells, { scale, margin }: Look): Promise<Uint8Array<ArrayBuffer>> {
  const width = (cells.size + 2 * margin) * scale;
  const lineBytes = 1 + Math.ceil(width / 8);
  const lines = new Uint8Array(width * lineBytes);
  for (let line = 0; line < width; line += 1) {
    const start = line * lineBytes;
    const row = Math.floor(line / scale) - margin;
    lines[start] = line % scale === 0 ? FILTER_NONE : FILTER_UP;
    if (line % scale === 0) drawRow(lines.subarray(start + 1, start + lineBytes), row);
  }
  return writePng({ width, height: width, bits: 1, colours: 'grey' }, lines);

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
