import type { Child } from 'hono/jsx';

/** Rows shown without unfolding. */
const SHORT = 12;

/** A titled table of a record: one of many rows is folded, one of none says so. */
export function FoldedTable({
  title,
  columns,
  rows,
  none,
}: {
  title: string;
  columns: readonly string[];
  /** Cells in the order of the columns; the first one heads its row. */
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
    <table class="table-cards">
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, ...cells]) => (
          <tr>
            <th scope="row">{head}</th>
            {cells.map((cell, turn) => (
              <td data-label={columns[turn + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
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
