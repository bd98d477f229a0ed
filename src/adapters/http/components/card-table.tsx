import type { Child } from 'hono/jsx';

export interface Column<Row> {
  readonly heading: Child;
  readonly cell: (row: Row) => Child;
  /** Whether the cell is the heading of its row. */
  readonly names?: boolean;
  /** Whether a card shows the heading next to the cell; by default yes, except for the heading of the row. */
  readonly label?: boolean;
  readonly class?: (row: Row) => string | undefined;
}

/** A table whose rows become cards in a narrow window, where each cell shows its heading. A column that is
 *  `false` is left out. */
export function CardTable<Row>({
  columns,
  rows,
  compact = false,
  id,
  caption,
}: {
  readonly columns: readonly (Column<Row> | false)[];
  readonly rows: readonly Row[];
  /** Whether rows are lower, so that a screen shows more. */
  readonly compact?: boolean;
  readonly id?: string;
  /** The table's name for people who do not see the text above it. */
  readonly caption?: string;
}) {
  const shown = columns.filter((column) => column !== false);
  return (
    <table class={compact ? 'table-cards compact' : 'table-cards'} id={id}>
      {caption && <caption class="visually-hidden">{caption}</caption>}
      <thead>
        <tr>
          {shown.map(({ heading }) => (
            <th scope="col">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {shown.map((column) => (
              <Cell column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const { heading, cell, names = false, label = !names, class: classOf } = column;
  const shown = label && typeof heading === 'string' ? heading : undefined;
  if (names) {
    return (
      <th scope="row" data-label={shown}>
        {cell(row)}
      </th>
    );
  }
  return (
    <td data-label={shown} class={classOf?.(row)}>
      {cell(row)}
    </td>
  );
}
