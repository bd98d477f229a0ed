import { CardTable, type Column } from '../../components/card-table.tsx';
import { Details } from '../../components/details.tsx';

/** Number of rows shown without unfolding. */
const SHORT = 12;

/** A titled table of a record. A long table is folded, and an empty one has a sentence instead of rows. */
export function CollapsibleTable<Row>(props: {
  title: string;
  rows: readonly Row[];
  columns: readonly (Column<Row> | false)[];
  /** The sentence instead of rows. */
  none: string;
}) {
  const { title, rows, columns, none } = props;
  const table = rows.length === 0 ? <p>{none}</p> : <CardTable rows={rows} columns={columns} />;
  if (rows.length > SHORT) {
    return (
      <Details title={title} note={String(rows.length)}>
        {table}
      </Details>
    );
  }
  return (
    <section>
      <h2>{title}</h2>
      {table}
    </section>
  );
}
