import type { Column } from '../../adapters/http/components/card-table.tsx';
import { readNames } from '../../adapters/http/dane/decisions/proposal-rows.ts';
import type { Store } from '../../application/ports.ts';
import type { Uai } from '../../domain/uai.ts';

interface SchoolColumn {
  readonly heading: string;
  readonly schools: readonly { readonly uai: Uai }[];
}

/** The column that names each row's school and leads to its confirmations. */
export async function schoolColumn(
  store: Store,
  { heading, schools }: SchoolColumn,
): Promise<Column<{ readonly uai: Uai }>> {
  const { schoolOf } = await readNames(
    store,
    [],
    schools.map(({ uai }) => uai),
  );
  const cell = ({ uai }: { readonly uai: Uai }) => (
    <a href={`/school/${uai}/confirmations`}>{schoolOf(uai) ?? uai}</a>
  );
  return { heading, cell, names: true };
}
