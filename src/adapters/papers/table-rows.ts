import type { TableColumn, TableGroup } from '../../application/papers/paper-blocks.ts';
import { heightOf } from './draw-text.ts';
import { CONTENT_BOTTOM, CONTENT_WIDTH, MARGIN, STYLES, type TextStyle } from './layout.ts';
import type { PaperCanvas } from './paper-canvas.ts';

/** Space between a cell's edge and its text, on each side. */
export const PADDING_X = 6;

/** A cell with its place on the page. */
export interface Cell {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly style: TextStyle;
  readonly scope?: 'Row' | 'Column';
  readonly columnSpan?: number;
}

/** A row whose height is known. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly height: number;
  readonly look: 'head' | 'group' | 'body';
}

/** The row of column headers. */
export function headOf(canvas: PaperCanvas, columns: readonly TableColumn[]): Row {
  const places = placesOf(columns);
  const cells = columns.map(
    ({ label }, index): Cell => ({
      text: label,
      ...placeAt(places, index),
      style: STYLES.columnHead,
      scope: 'Column',
    }),
  );
  return measure(canvas, cells, 'head');
}

/** The rows of a group under its label. With `named`, the first cells are short names in bold. */
export function rowsOf(
  canvas: PaperCanvas,
  group: TableGroup,
  { columns, named }: { readonly columns: readonly TableColumn[]; readonly named: boolean },
): readonly Row[] {
  const places = placesOf(columns);
  const rows = group.rows.map((texts) => {
    const cells = texts.map(
      (text, index): Cell => ({
        text,
        ...placeAt(places, index),
        style: index === 0 && named ? STYLES.name : STYLES.cell,
        ...(index === 0 ? { scope: 'Row' as const } : {}),
      }),
    );
    return measure(canvas, cells, 'body');
  });
  if (group.label === undefined) return rows;
  const label: Cell = {
    text: group.label,
    x: MARGIN.left,
    width: CONTENT_WIDTH,
    style: STYLES.name,
    scope: 'Column',
    columnSpan: columns.length,
  };
  return [measure(canvas, [label], 'group'), ...rows];
}

interface Place {
  readonly x: number;
  readonly width: number;
}

function placesOf(columns: readonly TableColumn[]): readonly Place[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  let x = MARGIN.left;
  return columns.map(({ share }) => {
    const place = { x, width: (CONTENT_WIDTH * share) / total };
    x += place.width;
    return place;
  });
}

function placeAt(places: readonly Place[], index: number): Place {
  return places[index] ?? { x: MARGIN.left, width: CONTENT_WIDTH };
}

/** A row is as high as its highest cell, and never higher than a page can show below a header. */
function measure(canvas: PaperCanvas, cells: readonly Cell[], look: Row['look']): Row {
  const heights = cells.map(({ text, style, width }) =>
    heightOf(canvas, { text, style, width: width - 2 * PADDING_X }),
  );
  const highest = CONTENT_BOTTOM - MARGIN.top - 48;
  return { cells, look, height: Math.min(Math.max(...heights) + 2 * canvas.density.row, highest) };
}
