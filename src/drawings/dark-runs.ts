/** A square of dark and light cells, such as those of a QR code. */
export interface Cells {
  /** Number of cells in a row. */
  readonly size: number;
  readonly isDark: (row: number, column: number) => boolean;
}

interface DarkRun {
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

/** The dark cells, one run of neighbours in a row at a time, so that no thin line shows between neighbours. */
export function darkRuns({ size, isDark }: Cells): readonly DarkRun[] {
  const runs: DarkRun[] = [];
  for (let row = 0; row < size; row += 1) {
    let column = 0;
    while (column < size) {
      const start = column;
      while (column < size && isDark(row, column)) column += 1;
      if (column > start) runs.push({ row, column: start, length: column - start });
      column += 1;
    }
  }
  return runs;
}
