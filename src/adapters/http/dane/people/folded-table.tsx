import type { Child } from 'hono/jsx';
import { CardTable } from '../../shell/card-table.tsx';

/** Number of rows shown without unfolding. */
const SHORT = 12;

/** A titled table of a record. A long table is folded, and an empty one has a sentence instead of rows. */
export function FoldedTable({
  title,
  columns,
  rows,
  none,
}: {
  title: string;
  columns: readonly string[];
  /** Cells in the order of the columns; the first one is the heading of its row. */
  rows: readonly (readonly Child[])[];
  none: string;
}) {
  if (rows.length === 0) {
    return (
      <section>
        <h2>{title}</h2>
        <p>{none}</p>
      </section>
    );
  }
  const table = (
    <CardTable
      rows={rows}
      columns={columns.map((heading, at) => ({
        heading,
        cell: (row: readonly Child[]) => row[at],
        names: at === 0,
      }))}
    />
  );
  if (rows.length <= SHORT) {
    return (
      <section>
        <h2>{title}</h2>
        {table}
      </section>
    );
  }
  return (
    <details class="fold">
      <summary>
        <h2>{title}</h2>
        <span class="fold-note">{rows.length}</span>
      </summary>
      <div class="fold-body">{table}</div>
    </details>
  );
}
